using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Caravan.Data;

namespace Caravan.Trade;

/// <summary>
/// The trade model of Caliendo and Parro (2015, Review of Economic Studies 82(1)) prepared from one baseline, in exact
/// hat algebra: docs/model.md gives every equation. Solves any number of shocks; may be used from several threads.
/// </summary>
/// <remarks>
/// <code>
/// unit cost      c^_n^j = w^_n^{gamma_n^j} prod_k P^_n^k^{gamma_n^{k,j}} / A^_n^j                    (1)
/// trade cost     k^_ni^j = (1 + tau'_ni^j) / (1 + tau_ni^j) d^_ni^j                                    (2)
/// price          P^_n^j = (sum_i pi_ni^j (k^_ni^j c^_i^j)^-theta_j)^(-1/theta_j)                        (3)
/// share          pi'_ni^j = pi_ni^j (k^_ni^j c^_i^j / P^_n^j)^-theta_j                                  (4)
/// spending       X'_n^j = alpha_n^j (I'_n + G_n) + sum_k gamma_n^{j,k} Y'_n^k                           (5)
/// output         Y'_n^k = sum_m pi'_mn^k X'_m^k / (1 + tau'_mn^k)                                      (6)
/// income         I'_n = w^_n w_n L_n L^_n + sum_j X'_n^j sum_i tau'/(1 + tau') pi'_ni^j + D'_n - G_n    (7)
/// labour market  w^_n w_n L_n L^_n = sum_j gamma_n^j Y'_n^j                                            (8)
/// </code>
/// G is raised from households and spent on the same bundle as final spending, so that it is paid with goods and
/// every market clears. Numeraire: world value added is unchanged.
/// </remarks>
public sealed class TradeModel
{
    private readonly Accounts _accounts;
    private readonly Preconditioner _preconditioner;
    private readonly World _baseWorld;
    private readonly ConditionalWeakTable<TradeCostChange, KnownWeights> _weights = [];
    private readonly Lock _lock = new();
    private (SolvedWorld World, double Tolerance)? _base;

    /// <summary>Prepares shares and elasticities from a baseline.</summary>
    /// <param name="baseline">The data.</param>
    /// <param name="variant">Which version of the model.</param>
    /// <param name="closure">What happens to deficits.</param>
    /// <param name="elasticities">Elasticities; the baseline's default set where null.</param>
    /// <exception cref="ArgumentException">An elasticity is not positive, or not one per sector.</exception>
    public TradeModel(
        Baseline baseline,
        ModelVariant variant = ModelVariant.InputOutput,
        Closure closure = Closure.Fixed,
        ElasticitySet? elasticities = null)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        (Baseline, Variant, Closure) = (baseline, variant, closure);
        Elasticities = elasticities ?? baseline.Elasticities[0];
        ShockGuard.CheckElasticities(Elasticities, baseline);
        double[] theta = [.. Elasticities.Theta];
        Sectors = baseline.Sectors;
        if (variant == ModelVariant.OneSector)
        {
            theta = [Pooling.PoolTheta(baseline.Trade, theta)];
            Sectors = [new Sector("ALL", "All sectors", IsService: false)];
        }
        Theta = [.. theta];
        _accounts = Accounts.Of(baseline, variant, theta);
        _preconditioner = new Preconditioner(_accounts);
        _baseWorld = World.Of(_accounts, TradeShock.None, closure);
    }

    /// <summary>The data that the model stands on.</summary>
    public Baseline Baseline { get; }

    /// <summary>The variant solved.</summary>
    public ModelVariant Variant { get; }

    /// <summary>What happens to deficits.</summary>
    public Closure Closure { get; }

    /// <summary>The elasticities given.</summary>
    public ElasticitySet Elasticities { get; }

    /// <summary>The model's sectors: the baseline's, or one for <see cref="ModelVariant.OneSector"/>.</summary>
    public ImmutableArray<Sector> Sectors { get; }

    /// <summary>Elasticity of each of <see cref="Sectors"/>; pooled ones are weighted by trade.</summary>
    public ImmutableArray<double> Theta { get; }

    /// <summary>
    /// The world after a shock, compared with the world before it. The world before is solved too, once, from the same
    /// data under the same closure: for data that are an equilibrium this takes one sweep and changes nothing.
    /// </summary>
    /// <param name="shock">What changes, in the baseline's shape.</param>
    /// <param name="options">Tolerance, iteration limit and threads.</param>
    /// <param name="warmStart">An earlier outcome of this model to start from; only speed depends on it.</param>
    /// <param name="cancellation">Stops the solve between two sweeps.</param>
    /// <returns>The outcome, whose status says whether it is an equilibrium; not converging is no exception.</returns>
    /// <exception cref="ArgumentException">A shape or value of the shock is impossible.</exception>
    /// <exception cref="OperationCanceledException">The solve was cancelled.</exception>
    public TradeOutcome Solve(
        TradeShock shock,
        SolveOptions? options = null,
        TradeOutcome? warmStart = null,
        CancellationToken cancellation = default)
    {
        var start = warmStart is not null && ReferenceEquals(warmStart.Accounts, _accounts) ? warmStart.After : null;
        return Solve(WorldOf(shock), options ?? new SolveOptions(), start, cancellation);
    }

    /// <summary>As <see cref="Solve(TradeShock, SolveOptions?, TradeOutcome?, CancellationToken)"/>, from a start that was
    /// kept without its outcome.</summary>
    /// <param name="start">Where to start; a start of another model, and null, are the world before.</param>
    /// <param name="shock">What changes, in the baseline's shape.</param>
    /// <param name="options">Tolerance, iteration limit and threads.</param>
    /// <param name="cancellation">Stops the solve between two sweeps.</param>
    /// <exception cref="ArgumentException">A shape or value of the shock is impossible.</exception>
    /// <exception cref="OperationCanceledException">The solve was cancelled.</exception>
    public TradeOutcome SolveFrom(
        WarmStart? start, TradeShock shock, SolveOptions? options = null, CancellationToken cancellation = default) =>
        Solve(WorldOf(shock), options ?? new SolveOptions(),
            start is not null && CanStartFrom(start) ? start.Solution : null, cancellation);

    /// <summary>Whether a start is one of this model.</summary>
    internal bool CanStartFrom(WarmStart start) => ReferenceEquals(start.Accounts, _accounts);

    /// <summary>The world after a shock, ready to be solved.</summary>
    internal World WorldOf(TradeShock shock)
    {
        ArgumentNullException.ThrowIfNull(shock);
        if (Variant == ModelVariant.OneSector)
        {
            var dense = shock.Dense(Baseline.TariffRate);
            ShockGuard.Check(dense, Baseline);
            return World.Of(_accounts, Pooling.Pool(dense, Baseline, Theta[0]), Closure);
        }
        ShockGuard.Check(shock, Baseline);
        var known = WeightsOf(shock);
        var world = World.Of(_accounts, shock, Closure, known);
        var further = FactorsOf(shock);
        return further.IsEmpty ? world
            : world.With(further, null, new WorldLayers(_accounts.Sectors, _accounts.Economies, known is null ? world : null));
    }

    /// <summary>The few cells of a shock as factors; none in a pooled world, which has no sectors that they could touch.
    /// </summary>
    internal ImmutableArray<CellFactors> FactorsOf(TradeShock shock)
    {
        if (Variant == ModelVariant.OneSector)
        {
            return [];
        }
        var factors = ImmutableArray.CreateBuilder<CellFactors>();
        if (shock.IcebergCells is { } hats)
        {
            factors.Add(CellFactors.Of(hats, Theta.AsSpan()));
        }
        if (shock.TariffCells is { } tariffs)
        {
            factors.Add(CellFactors.OfTariffs(Baseline.TariffRate, tariffs, Theta.AsSpan()));
        }
        return factors.ToImmutable();
    }

    // Who drags a lever of trade leaves journeys as they are, and what they do to the weights with them: that is known from
    // the second time on, and forgotten with the journeys. Null where it is not known.
    private WorldWeights? WeightsOf(TradeShock shock)
    {
        if (shock is not { TariffRateNew: null, TradeCost: { } cost })
        {
            return null;
        }
        var isFirst = !_weights.TryGetValue(cost, out _);
        var known = _weights.GetOrCreateValue(cost);
        return isFirst ? null : known.Weights ??= World.WeightsOf(_accounts, shock);
    }

    /// <summary>The solution of a world that was made of this model's.</summary>
    internal TradeOutcome Solve(World world, SolveOptions options, Solution? start, CancellationToken cancellation)
    {
        var before = Before(options, cancellation);
        return before.Solution.Status != SolveStatus.Converged ? new TradeOutcome(before, before) : new TradeOutcome(
            before, new SolvedWorld(
                world, EquilibriumSolver.Solve(world, _preconditioner, start ?? before.Solution, options, cancellation)));
    }

    /// <summary>The world before, solved once.</summary>
    internal SolvedWorld Before(SolveOptions options, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_base is not { } found || found.Tolerance > options.Tolerance)
            {
                // a cold solve starts from here and from nothing that was learnt
                var solution = EquilibriumSolver.Solve(_baseWorld, _preconditioner, null, options, cancellation);
                _base = found = (
                    new SolvedWorld(_baseWorld, solution with { Acceleration = null }), options.Tolerance);
            }
            return found.World;
        }
    }

    private sealed class KnownWeights
    {
        public WorldWeights? Weights { get; set; }
    }
}
