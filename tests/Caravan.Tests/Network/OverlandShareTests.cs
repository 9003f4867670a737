using System.Globalization;
using System.Text;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Network;
using Caravan.Numerics;
using Caravan.Scenarios;

namespace Caravan.Tests.Network;

/// <summary>
/// What the rule of least cost makes of trade between China and the European Union: the part of its value whose
/// cheapest way leaves China over land, beside what customs recorded. The table of docs/network.md is made here; nothing
/// is fitted to it, and that it is far off is what users have to know.
/// </summary>
public class OverlandShareTests
{
    private static readonly Baseline s_world = Baselines.Load("world-2023");
    private static readonly int s_china = s_world.IndexOfEconomy("CHN");

    [Fact]
    public void Page_of_the_network_has_todays_overland_shares()
    {
        var model = TransportModel.Shipped;
        var before = model.BaseOf(s_world.Economies, 2, CancellationToken.None);
        var crossings = model.Tables.Crossings
            .Where(crossing => crossing.EconomyA == "CHN" || crossing.EconomyB == "CHN")
            .Select(crossing => crossing.Id).ToHashSet();
        var overland = before.Travel.OrderBy(travel => travel.UsdPerDay).Select(travel => (travel.UsdPerDay, Used:
            travel.Network.PairsThatUse(travel, new HashSet<LinkEnds>(), crossings))).ToList();
        int[] union = [.. s_world.Sets.Single(set => set.Name == "eu").Members.Select(s_world.IndexOfEconomy)];
        var meanUsd = MeanUsd(EconomyTravel.Of(before.Travel[0], before.Pairs));
        var (exports, imports) = ((Over: 0.0, All: 0.0), (Over: 0.0, All: 0.0));
        for (var j = 0; j < s_world.Sectors.Length; j++)
        {
            var time = model.Tables.SectorTimes.FirstOrDefault(one => one.Sector == s_world.Sectors[j].Code);
            foreach (var n in union.Where(_ => time is { FreightShare: > 0 }))
            {
                var day = meanUsd * time!.DayValueShare / time.FreightShare;
                double[] byValue = [.. overland.Select(way => Part(before.Pairs, way.Used, s_china, n))];
                var part = Between([.. overland.Select(way => way.UsdPerDay)], byValue, day);
                exports = Add(exports, part, s_world.Trade[j, s_china, n]);
                imports = Add(imports, part, s_world.Trade[j, n, s_china]);
            }
        }
        var text = new StringBuilder("| goods trade of China with the EU | cheapest way over land, % of value | "
            + "by rail in 2019, % | by air in 2019, % |\n| --- | ---: | ---: | ---: |\n");
        text.Append(CultureInfo.InvariantCulture, $"| from China | {100 * exports.Over / exports.All:0} | 3 | 22 |\n");
        text.Append(CultureInfo.InvariantCulture, $"| to China | {100 * imports.Over / imports.All:0} | 2 | 38 |\n");
        PageSection.Check("network.md", "overland", text.ToString());
        Assert.Contains(
            FormattableString.Invariant($"{100 * exports.Over / exports.All:0} % of what China sells to the European Union"),
            File.ReadAllText(Path.Combine(Repository.Root, "README.md")));
    }

    private static (double Over, double All) Add((double Over, double All) sum, double part, double trade) =>
        (sum.Over + part * trade, sum.All + trade);

    private static double Part(CityPairs pairs, Matrix<bool> used, int origin, int destination)
    {
        var sum = 0.0;
        for (var from = 0; from < pairs.Cities.Length; from++)
        {
            for (var to = 0; to < pairs.Cities.Length && pairs.Owner[from] == origin; to++)
            {
                sum += pairs.Owner[to] == destination && used[from, to] ? pairs.Part(from, to) : 0;
            }
        }
        return sum;
    }

    // as in TravelCost: straight between the values of a day, and as at the last beyond
    private static double Between(double[] values, double[] parts, double day)
    {
        if (day >= values[^1])
        {
            return parts[^1];
        }
        var upper = Array.FindIndex(values, value => value >= day);
        if (upper == 0)
        {
            return parts[0];
        }
        var share = (day - values[upper - 1]) / (values[upper] - values[upper - 1]);
        return (1 - share) * parts[upper - 1] + share * parts[upper];
    }

    private static double MeanUsd(EconomyTravel travel)
    {
        double sum = 0, total = 0;
        for (var j = 0; j < s_world.Sectors.Length; j++)
        {
            for (var i = 0; i < s_world.Economies.Length && !s_world.Sectors[j].IsService; i++)
            {
                for (var n = 0; n < s_world.Economies.Length; n++)
                {
                    if (i != n && double.IsFinite(travel.UsdPerTeu[i, n]))
                    {
                        sum += s_world.Trade[j, i, n] * travel.UsdPerTeu[i, n];
                        total += s_world.Trade[j, i, n];
                    }
                }
            }
        }
        return sum / total;
    }
}
