using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// The world after a shock beside the world before it. Hats are new over base; economies are in the baseline's order,
/// sectors in the order of <see cref="TradeModel.Sectors"/>; values in million dollars with world value added
/// unchanged as numeraire.
/// </summary>
public sealed class TradeOutcome
{
    /// <summary>How the solve ended; unless it converged the other numbers are no equilibrium.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>Sweeps over all equations.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest relative violation over all equation groups, recomputed from the returned solution.</summary>
    public required double Residual { get; init; }

    /// <summary>Wage w^ [economy].</summary>
    public required double[] WageHat { get; init; }

    /// <summary>Price P^ of each sector's bundle [economy, sector].</summary>
    public required Matrix<double> PriceHat { get; init; }

    /// <summary>Unit cost c^ [economy, sector].</summary>
    public required Matrix<double> CostHat { get; init; }

    /// <summary>Spending X tariffs included [economy, sector], before.</summary>
    public required Matrix<double> SpendingBase { get; init; }

    /// <summary>Spending X' tariffs included [economy, sector], after.</summary>
    public required Matrix<double> SpendingNew { get; init; }

    /// <summary>Output Y [economy, sector], before.</summary>
    public required Matrix<double> OutputBase { get; init; }

    /// <summary>Output Y' [economy, sector], after.</summary>
    public required Matrix<double> OutputNew { get; init; }

    /// <summary>Sales net of tariff [sector, origin, destination], before.</summary>
    public required Cube<double> TradeBase { get; init; }

    /// <summary>Sales net of tariff [sector, origin, destination], after.</summary>
    public required Cube<double> TradeNew { get; init; }

    /// <summary>The named measures of gain and loss.</summary>
    public required TradeMeasures Measures { get; init; }
}
