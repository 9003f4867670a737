using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// The world after a shock beside the world before it. Hats are new over base; economies are in the baseline's order,
/// sectors in the order of <see cref="TradeModel.Sectors"/>; values in million dollars with world value added
/// unchanged as numeraire. Flows and measures are computed when they are first asked for.
/// </summary>
public sealed class TradeOutcome
{
    private readonly SolvedWorld _before;
    private readonly SolvedWorld _after;
    private readonly Lazy<TradeMeasures> _measures;

    internal TradeOutcome(SolvedWorld before, SolvedWorld after)
    {
        (_before, _after) = (before, after);
        _measures = new(() => new TradeMeasures(this, before, after));
    }

    /// <summary>How the solve ended; unless it converged the other numbers are no equilibrium.</summary>
    public SolveStatus Status => After.Status;

    /// <summary>Sweeps over all equations.</summary>
    public int Iterations => After.Iterations;

    /// <summary>
    /// Largest relative violation over all equation groups (cost, price, spending, labour market, trade balance),
    /// recomputed from the returned solution and not taken from the solver.
    /// </summary>
    public double Residual => _after.Residual;

    /// <summary>The same for the world before the shock.</summary>
    public double ResidualBase => _before.Residual;

    /// <summary>Sweeps that the world before the shock took: one where the data are an equilibrium.</summary>
    public int IterationsBase => Before.Iterations;

    /// <summary>Wage w^ [economy].</summary>
    public double[] WageHat => field ??= Ratios(After.LogWage, Before.LogWage);

    /// <summary>Price P^ of each sector's bundle [economy, sector]; 1 where nothing is bought.</summary>
    public Matrix<double> PriceHat => field ??= Table(Ratios(After.LogPrice, Before.LogPrice));

    /// <summary>Unit cost c^ [economy, sector].</summary>
    public Matrix<double> CostHat => field ??= Table(Ratios(After.LogCost, Before.LogCost));

    /// <summary>Spending X tariffs included [economy, sector], before.</summary>
    public Matrix<double> SpendingBase => field ??= Table(Before.Spending);

    /// <summary>Spending X' tariffs included [economy, sector], after.</summary>
    public Matrix<double> SpendingNew => field ??= Table(After.Spending);

    /// <summary>Output Y [economy, sector], before.</summary>
    public Matrix<double> OutputBase => field ??= Table(Before.Output);

    /// <summary>Output Y' [economy, sector], after.</summary>
    public Matrix<double> OutputNew => field ??= Table(After.Output);

    /// <summary>Sales net of tariff [sector, origin, destination], before.</summary>
    public Cube<double> TradeBase => _before.Flows;

    /// <summary>Sales net of tariff [sector, origin, destination], after.</summary>
    public Cube<double> TradeNew => _after.Flows;

    /// <summary>The named measures of gain and loss.</summary>
    public TradeMeasures Measures => _measures.Value;

    /// <summary>What a later solve of the same model needs to start from here, which is far less than the outcome.
    /// </summary>
    public WarmStart ToWarmStart() => new(Accounts, After);

    internal Solution Before => _before.Solution;

    internal Solution After => _after.Solution;

    /// <summary>Sums of <see cref="TradeBase"/>, which need no table of it.</summary>
    internal TradeTotals TotalsBase => _before.Totals;

    /// <summary>Sums of <see cref="TradeNew"/>.</summary>
    internal TradeTotals TotalsNew => _after.Totals;

    internal Accounts Accounts => _after.World.Accounts;

    private Matrix<double> Table(double[] values) => new(Accounts.Economies, Accounts.Sectors, values);

    private static double[] Ratios(double[] logNew, double[] logBase)
    {
        var ratios = new double[logNew.Length];
        for (var e = 0; e < ratios.Length; e++)
        {
            ratios[e] = Math.Exp(logNew[e] - logBase[e]);
        }
        return ratios;
    }
}
