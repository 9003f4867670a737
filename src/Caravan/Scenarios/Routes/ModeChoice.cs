using System.Collections.Immutable;

namespace Caravan.Scenarios.Routes;

/// <summary>
/// Shares of freight by a logit rule over the log of delivered cost: s_m proportional to (1 + c_m / V)^-theta, where
/// c_m is dollars and valued days per TEU and V the value of the goods in a TEU.
/// </summary>
public static class ModeChoice
{
    /// <summary>
    /// How sharply shippers respond. The form and the size follow Allen and Arkolakis (2014), who estimate about 14 for
    /// road, rail, water and air in the United States; the figure is quoted from general knowledge, not checked against
    /// the printed table, and other regions may differ: illustrative.
    /// </summary>
    public const double Theta = 14;

    /// <summary>Dollars of goods in a TEU, as in the default value of a day; illustrative.</summary>
    public const double UsdPerTeuGoods = 15_000;

    /// <summary>The share of each way; they sum to 1.</summary>
    /// <param name="generalizedUsd">Dollars with valued days per TEU of each way, zero or more.</param>
    public static ImmutableArray<double> Shares(ReadOnlySpan<double> generalizedUsd)
    {
        var weights = new double[generalizedUsd.Length];
        var least = double.PositiveInfinity;
        foreach (var cost in generalizedUsd)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cost, nameof(generalizedUsd));
            least = Math.Min(least, cost);
        }
        var sum = 0.0;
        for (var m = 0; m < weights.Length; m++)
        {
            // relative to the cheapest, so that no power becomes zero for all
            weights[m] = Math.Pow((1 + generalizedUsd[m] / UsdPerTeuGoods) / (1 + least / UsdPerTeuGoods), -Theta);
            sum += weights[m];
        }
        return [.. weights.Select(weight => weight / sum)];
    }
}
