using Caravan.Data;
using Caravan.Numerics;

namespace Caravan.Scenarios.Results;

/// <summary>What rows tell of the world before, the same for every result of a model.</summary>
/// <param name="Totals">Sums of the flows before.</param>
/// <param name="EstimatedPct">Share of trade in estimated cells [economy], the world's last; per cent.</param>
internal sealed record TradeBefore(TradeTotals Totals, double[] EstimatedPct)
{
    public static TradeBefore Of(Baseline baseline, Cube<double> trade) =>
        new(new TradeTotals(trade), TradeTotals.EstimatedPct(baseline));
}
