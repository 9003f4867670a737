using System.Collections.Immutable;

namespace Caravan.Data;

/// <summary>
/// Reduces a baseline to fewer economies or sectors. Identities that hold before hold afterwards.
/// <para>
/// Trade, value added, deficits, GDP and population are summed. Tariffs are weighted by the value they are levied on;
/// where nothing is traded they are plain means. Input and value-added shares are weighted by output, final shares by
/// spending, elasticities and their errors by world trade between the economies of the result. A cell is an estimate
/// where any part of it is.
/// </para>
/// <para>
/// Trade between economies of one group becomes own sales net of tariff, so the duties on it disappear. Every use of a
/// sector's goods in an economy is then valued without them, by the same factor for inputs and final demand: what
/// users of inputs save becomes their value added, what households save lowers final spending and income alike.
/// </para>
/// </summary>
public static class BaselineAggregation
{
    /// <summary>The baseline of the groups; <paramref name="name"/> is its new name.</summary>
    public static Baseline Aggregate(Baseline baseline, Grouping economies, Grouping sectors, string name)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(economies);
        ArgumentNullException.ThrowIfNull(sectors);
        ArgumentOutOfRangeException.ThrowIfNotEqual(economies.GroupOf.Length, baseline.Economies.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(sectors.GroupOf.Length, baseline.Sectors.Length);
        var trade = new AggregatedTrade(baseline, economies, sectors);
        var production = new AggregatedProduction(baseline, economies, sectors);
        return new Baseline
        {
            Name = name,
            Title = baseline.Title.Length > 0 ? $"{baseline.Title}, aggregated" : "",
            Year = baseline.Year,
            Sources = baseline.Sources,
            Economies = Economies(baseline, economies),
            Sectors = Sectors(baseline, sectors),
            Sets = Sets(baseline, economies),
            Trade = trade.Values,
            TariffRate = trade.TariffRate,
            Estimated = trade.Estimated,
            InputShare = production.InputShare,
            ValueAddedShare = production.ValueAddedShare,
            FinalShare = production.FinalShare,
            ValueAdded = production.ValueAdded,
            Deficit = Sum(baseline.Deficit, economies),
            Gdp = Sum(baseline.Gdp, economies),
            Population = Sum(baseline.Population, economies),
            Elasticities = Elasticities(baseline, economies, sectors),
        };
    }

    private static ImmutableArray<double> Sum(ImmutableArray<double> values, Grouping groups)
    {
        var sums = new double[groups.Codes.Length];
        for (var n = 0; n < values.Length; n++)
        {
            sums[groups.GroupOf[n]] += values[n];
        }
        return [.. sums];
    }

    private static ImmutableArray<Economy> Economies(Baseline baseline, Grouping groups) =>
    [
        .. groups.Codes.Select((code, group) =>
        {
            var parts = baseline.Economies.Where((_, n) => groups.GroupOf[n] == group).ToArray();
            return parts.Length == 1
                ? parts[0] with { Code = code, Name = groups.Names[group] }
                : new Economy(code, groups.Names[group])
                {
                    Region = Common(parts, part => part.Region),
                    IncomeGroup = Common(parts, part => part.IncomeGroup),
                    Landlocked = parts.All(part => part.Landlocked),
                    BeltAndRoadCore = parts.All(part => part.BeltAndRoadCore),
                    Contains = [.. parts.SelectMany(part => part.Contains.IsEmpty ? [part.Code] : part.Contains)
                        .Order(StringComparer.Ordinal)],
                    ProductionNote = parts.Count(part => part.ProductionNote.Length > 0) is > 0 and var count
                        ? $"{count} of {parts.Length} economies by proxy or repair"
                        : "",
                };
        }),
    ];

    private static string Common(Economy[] parts, Func<Economy, string> attribute) =>
        parts.All(part => attribute(part) == attribute(parts[0])) ? attribute(parts[0]) : "";

    private static ImmutableArray<Sector> Sectors(Baseline baseline, Grouping groups) =>
    [
        .. groups.Codes.Select((code, group) => new Sector(code, groups.Names[group],
            baseline.Sectors.Where((_, j) => groups.GroupOf[j] == group).All(part => part.IsService))),
    ];

    // A group belongs to a set when all of its economies do; sets without members are dropped.
    private static ImmutableArray<EconomySet> Sets(Baseline baseline, Grouping groups) =>
    [
        .. baseline.Sets.Select(set => set with
        {
            Members = [.. groups.Codes.Where((_, group) => Enumerable.Range(0, baseline.Economies.Length)
                .Where(n => groups.GroupOf[n] == group)
                .All(n => set.Members.Contains(baseline.Economies[n].Code, StringComparer.OrdinalIgnoreCase)))],
        }).Where(set => !set.Members.IsEmpty),
    ];

    private static ImmutableArray<ElasticitySet> Elasticities(Baseline baseline, Grouping economies, Grouping sectors)
    {
        var weights = new double[baseline.Sectors.Length];
        for (var cell = 0; cell < baseline.Trade.Values.Length; cell++)
        {
            var count = baseline.Economies.Length;
            var (j, i, n) = (cell / count / count, cell / count % count, cell % count);
            weights[j] += economies.GroupOf[i] == economies.GroupOf[n] ? 0 : baseline.Trade.Values[cell];
        }
        return
        [
            .. baseline.Elasticities.Select(set => new ElasticitySet(
                set.Name,
                Weighted(set.Theta, weights, sectors),
                Weighted(set.StandardError, weights, sectors),
                [.. sectors.Codes.Select((_, group) => string.Join(" + ", set.Source
                    .Where((_, j) => sectors.GroupOf[j] == group).Distinct()))])),
        ];
    }

    private static ImmutableArray<double> Weighted(
        ImmutableArray<double> values, double[] weights, Grouping groups) =>
    [
        .. groups.Codes.Select((_, group) =>
        {
            var parts = Enumerable.Range(0, values.Length).Where(j => groups.GroupOf[j] == group).ToArray();
            var total = parts.Sum(j => weights[j]);
            return parts.Length == 1 ? values[parts[0]]
                : total > 0 ? parts.Sum(j => weights[j] * values[j]) / total
                : parts.Average(j => values[j]);
        }),
    ];
}
