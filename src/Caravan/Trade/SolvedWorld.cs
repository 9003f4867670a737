using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>A world and where its solve ended. What follows from these is computed when it is first asked for.</summary>
internal sealed class SolvedWorld
{
    private readonly Lazy<double> _residual;
    private readonly Lazy<FlowFactors> _factors;
    private readonly Lazy<Cube<double>> _flows;
    private readonly Lazy<TradeTotals> _totals;

    public SolvedWorld(World world, Solution solution)
    {
        (World, Solution) = (world, solution);
        _residual = new(() => ResidualCheck.Largest(world, solution));
        _factors = new(() => new FlowFactors(world, solution));
        _flows = new(() => Factors.ToCube());
        _totals = new(() => new TradeTotals(Factors));
    }

    public World World { get; }

    public Solution Solution { get; }

    /// <summary>Largest relative violation of any equation, recomputed from the solution.</summary>
    public double Residual => _residual.Value;

    /// <summary>Sales net of tariff as products.</summary>
    public FlowFactors Factors => _factors.Value;

    /// <summary>Sales net of tariff [sector, origin, destination].</summary>
    public Cube<double> Flows => _flows.Value;

    /// <summary>Sums of the sales.</summary>
    public TradeTotals Totals => _totals.Value;
}
