using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics.Tensors;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Scenarios.Compiling;
using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>
/// Solves a scenario with any of its actions in force, and remembers what it solved. Each solve starts from the sum of
/// what its actions do alone (and in pairs: <see cref="StartingFromPairs"/>), so an outcome is the same bits whatever
/// else is asked for, in whatever order and on however many threads.
/// </summary>
public sealed class PackageSolver
{
    // Sets with the same lines and borders are solved in blocks of so many, which share the journeys between economies.
    private const int BlockSize = 32;

    private readonly TradeModel _model;
    private readonly RunOptions _options;
    private readonly PackageWorlds _worlds;
    private readonly ConcurrentDictionary<Coalition, double[]> _effect = new();
    private readonly int _largestPart;
    private readonly FiscalCost? _costs;
    private readonly Scenario _package;
    private readonly ConcurrentDictionary<Coalition, PackageOutcome> _known = new();

    /// <param name="scenario">The actions that sets are made of.</param>
    /// <param name="model">The world before, prepared.</param>
    /// <param name="options">Transport, tolerance, threads, costs.</param>
    /// <param name="package">The package whose traffic and gains decide what projects earn and who pays into a fund; null for
    /// all actions of <paramref name="scenario"/>.</param>
    /// <param name="fromPairs">See <see cref="StartingFromPairs"/>.</param>
    internal PackageSolver(
        Scenario scenario, TradeModel model, RunOptions options, Scenario? package = null, bool fromPairs = false)
    {
        (_package, _largestPart) = (package ?? scenario, fromPairs ? 2 : 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scenario.Actions.Length, Coalition.MaxPlayers);
        (Scenario, _model, _options) = (scenario, model, options);
        _worlds = new PackageWorlds(scenario, model, options.Transport);
        _costs = options.WithoutCosts ? null : FiscalCost.Prepare(_package, model.Baseline,
            () => FiscalCost.Traffic(_package, model.Baseline, options.Transport, 1, CancellationToken.None), GainsOfAll);
    }

    /// <summary>The scenario as resolved.</summary>
    public Scenario Scenario { get; }

    /// <summary>The world before.</summary>
    public Baseline Baseline => _model.Baseline;

    /// <summary>Sectors of economies whose output every outcome tells; none by default.</summary>
    public ImmutableArray<OutputCell> Watched { get; init; } = [];

    /// <summary>Economies whose exports every outcome tells, by position; none by default.</summary>
    public ImmutableArray<int> WatchedExporters { get; init; } = [];

    /// <summary>What projects cost whom; null where none has a cost.</summary>
    internal FiscalCost? Costs => _costs;

    /// <summary>Household income before [economy], million dollars.</summary>
    public ImmutableArray<double> IncomeBase => field.IsDefault ? field = [.. Before.Income] : field;

    internal TradeModel Model => _model;

    private Solution Before => _model.Before(_options.Solve, CancellationToken.None).Solution;

    /// <summary>A solver for a scenario on a baseline, under the first model variant asked for.</summary>
    /// <param name="loaded">A scenario that was read, with its overrides.</param>
    /// <param name="baseline">The world before.</param>
    /// <param name="options">Model, closure, elasticities, transport, tolerance and threads.</param>
    /// <exception cref="InputException">A name is unknown, actions contradict each other, or there are more than 128 of
    /// them; carries every problem.</exception>
    public static PackageSolver Prepare(LoadedScenario loaded, Baseline baseline, RunOptions? options = null)
    {
        options ??= new RunOptions();
        var scenario = ScenarioRunner.Resolve(loaded, baseline, options, separately: true);
        if (!options.Models.IsDefaultOrEmpty)
        {
            scenario = scenario with { Options = scenario.Options with { Model = options.Models[0] } };
        }
        return new PackageSolver(scenario, ScenarioRunner.ModelOf(scenario, baseline, options.Prepared), options);
    }

    /// <summary>The outcome with some actions in force and no other.</summary>
    /// <param name="actions">The actions: bit a for action a of <see cref="Scenario"/>.</param>
    /// <param name="cancellation">Stops between two sweeps.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bit stands for no action.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public PackageOutcome Solve(Coalition actions, CancellationToken cancellation = default) =>
        SolveAll([actions], null, cancellation)[0];

    /// <summary>The outcomes of many sets of actions, in their order; equal sets are solved once.</summary>
    /// <param name="sets">The sets: bit a for action a of <see cref="Scenario"/>.</param>
    /// <param name="progress">Is told how many are solved; null for nobody.</param>
    /// <param name="cancellation">Stops between two sweeps.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bit stands for no action.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ImmutableArray<PackageOutcome> SolveAll(
        IReadOnlyList<Coalition> sets, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var all = Coalition.Grand(Scenario.Actions.Length);
        foreach (var set in sets)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(all.Includes(set), true, nameof(sets));
        }
        var unknown = sets.Distinct().Where(set => !_known.ContainsKey(set)).ToList();
        var starts = unknown.SelectMany(Parts).Where(set => !_known.ContainsKey(set));
        var levels = unknown.Concat(starts).Distinct().GroupBy(Level).OrderBy(level => level.Key)
            .Select(level => level.ToList()).ToList();
        var count = new Counter(levels.Sum(level => level.Count), progress);
        foreach (var level in levels)
        {
            SolveBlocks(level, count, cancellation);
        }
        return [.. sets.Select(set => _known[set])];
    }

    /// <summary>The outcome of a set that was solved before, also by work that was cancelled; else null.</summary>
    /// <param name="actions">The set.</param>
    public PackageOutcome? Known(Coalition actions) => _known.GetValueOrDefault(actions);

    private void SolveBlocks(List<Coalition> sets, Counter count, CancellationToken cancellation)
    {
        var blocks = sets.GroupBy(_worlds.OnNetwork)
            .SelectMany(group => group.OrderBy(set => _worlds.Direct(set).Members).Chunk(BlockSize)).ToList();
        // one block has the threads inside, several have them side by side
        var inside = blocks.Count == 1 ? _options.Solve : _options.Solve with { Threads = 1 };
        var beside = new ParallelOptions
        {
            MaxDegreeOfParallelism = blocks.Count == 1 ? 1 : _options.Solve.Threads,
            CancellationToken = cancellation,
        };
        Parallel.ForEach(Partitioner.Create(blocks, EnumerablePartitionerOptions.NoBuffering), beside, block =>
        {
            var worlds = _worlds.ForBlock(_worlds.OnNetwork(block[0]), inside.Threads, cancellation);
            foreach (var set in block)
            {
                var outcome = _model.Solve(worlds.Of(set, CostOf(set)), inside, StartOf(set), cancellation);
                _known[set] = OutcomeOf(set, outcome);
                if (Level(set) <= _largestPart && outcome.Status == SolveStatus.Converged)
                {
                    _effect[set] = EffectOf(set, outcome.After);
                }
                count.Add();
            }
        });
    }

    /// <summary>
    /// The same, but a solve starts from what its actions do in pairs as well, which are solved first: for those who ask for
    /// nearly every set. Of ten members who each halve their tariffs it saves a third of the sweeps.
    /// </summary>
    internal PackageSolver StartingFromPairs() => new(Scenario, _model, _options, _package, fromPairs: true);

    // the same without the yearly cost of infrastructure
    internal PackageSolver BeforeCosts() =>
        new(Scenario, _model, _options with { WithoutCosts = true }, fromPairs: _largestPart > 1);

    // G [economy] of the projects in a set; null where it has none
    internal double[]? CostOf(Coalition set) =>
        _costs?.Of(Scenario.Actions.Where((_, action) => set.Contains(action)));

    // what the whole package is worth before its cost, by which a pooled fund may be shared
    private double[] GainsOfAll()
    {
        var solver = new PackageSolver(_package, _model, _options with { WithoutCosts = true });
        var outcome = solver.Solve(Coalition.Grand(_package.Actions.Length));
        return outcome.Status == SolveStatus.Converged
            ? [.. outcome.RealIncomeMusd] : new double[Baseline.Economies.Length];
    }

    // sets of one level need only lower ones; the empty set starts from the world before like those above all levels
    private int Level(Coalition set) => set.Count == 0 || set.Count > _largestPart ? _largestPart + 1 : set.Count;

    // the sets whose effects this one starts from
    private IEnumerable<Coalition> Parts(Coalition set)
    {
        var players = set.Players.ToList();
        for (var a = 0; a < players.Count && players.Count > 1; a++)
        {
            yield return Coalition.Of(players[a]);
            for (var b = a + 1; b < players.Count && players.Count > 2 && _largestPart > 1; b++)
            {
                yield return Coalition.Of(players[a]).With(players[b]);
            }
        }
    }

    // what a set does beyond what its parts do, in logs
    private double[] EffectOf(Coalition set, Solution after)
    {
        var effect = after.ShiftFrom(Before);
        foreach (var part in Parts(set))
        {
            if (_effect.TryGetValue(part, out var known))
            {
                TensorPrimitives.Subtract(effect, known, effect);
            }
        }
        return effect;
    }

    // A part that has no equilibrium of its own may still have one in company: it then adds nothing to the start.
    private Solution? StartOf(Coalition set)
    {
        if (set.Count < 2)
        {
            return null;
        }
        double[]? shift = null;
        foreach (var part in Parts(set))
        {
            if (_effect.TryGetValue(part, out var known))
            {
                shift ??= new double[known.Length];
                TensorPrimitives.Add(shift, known, shift);
            }
        }
        return shift is null ? null : Before.MovedBy(shift);
    }

    private PackageOutcome OutcomeOf(Coalition set, TradeOutcome outcome)
    {
        var converged = outcome.Status == SolveStatus.Converged;
        var measures = converged ? outcome.Measures : null;
        return new PackageOutcome
        {
            Status = outcome.Status,
            Iterations = outcome.Iterations,
            Residual = outcome.Residual,
            Actions = set,
            RealIncomePct = Percents(measures?.RealIncomeHat),
            RealIncomeMusd = measures is null ? []
                : [.. measures.RealIncomeHat.Zip(measures.IncomeBase, (hat, income) => income * (hat - 1))],
            GdpRealPct = Percents(measures?.RealGdpHat),
            WatchedExportsPct = converged ? [.. WatchedExporters.Select(i => Results.ResultBuilder.ChangePct(
                outcome.TotalsBase.Exports[i], outcome.TotalsNew.Exports[i]))] : [],
            WatchedOutputPct = converged ? [.. Watched.Select(cell => OutputPct(outcome, cell))] : [],
        };
    }

    // output at base prices
    private static double OutputPct(TradeOutcome outcome, OutputCell cell) => Results.ResultBuilder.ChangePct(
        outcome.OutputBase[cell.Economy, cell.Sector] * outcome.CostHat[cell.Economy, cell.Sector],
        outcome.OutputNew[cell.Economy, cell.Sector]);

    private static ImmutableArray<double> Percents(double[]? hats) =>
        hats is null ? [] : [.. hats.Select(Results.ResultBuilder.HatPct)];

    private sealed class Counter(int total, IProgress<RunProgress>? progress)
    {
        private readonly Lock _lock = new();
        private int _done;

        public void Add()
        {
            lock (_lock)
            {
                progress?.Report(new RunProgress(++_done, total));
            }
        }
    }
}
