using System.Globalization;
using System.Text;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Network;
using Caravan.Numerics;
using Caravan.Scenarios;

namespace Caravan.Tests.Network;

/// <summary>
/// What the rule of least cost would make of trade between China and the European Union: the part of its value whose
/// cheapest way leaves China over land, beside what customs recorded, by which it is divided. The table of docs/network.md is
/// made here; nothing is fitted to it.
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
        var overland = before.Journeys.Cheapest.OrderBy(travel => travel.UsdPerDay).Select(travel => (travel.UsdPerDay, Used:
            travel.Network.PairsThatUse(travel, new HashSet<LinkEnds>(), crossings))).ToList();
        int[] union = [.. s_world.Sets.Single(set => set.Name == "eu").Members.Select(s_world.IndexOfEconomy)];
        var meanUsd = MeanUsd(EconomyTravel.Of(before.Journeys, before.Pairs));
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
        Assert.Contains(FormattableString.Invariant($"would send {100 * exports.Over / exports.All:0} % of China's exports to the Union over land"),
            File.ReadAllText(Path.Combine(Repository.Root, "README.md")));
    }

    [Fact]
    public void Without_recorded_shares_borders_are_worth_too_much_to_others_and_Suez_too_little()
    {
        // what docs/network.md says of them
        var cheapest = new TransportModel(TransportModel.Shipped.Tables with { ModeShares = [] });
        Assert.InRange(Outside("china-central-asia", cheapest) / Outside("china-central-asia", null), 10.5, 12.5);
        Assert.InRange(Outside("suez-blocked", cheapest) / Outside("suez-blocked", null), 0.4, 0.6);

        static double Outside(string pack, TransportModel? model) =>
            ScenarioRunner.Run(pack, new RunOptions { Transport = model })[0].Groups
                .Single(group => group.Name == "Non-members").RealIncomeMusd;
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
