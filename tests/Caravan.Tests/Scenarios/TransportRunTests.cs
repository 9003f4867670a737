using Caravan.Data.Transport;
using Caravan.Network;
using Caravan.Scenarios;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios;

/// <summary>Levers on the network, from the action to real income, on the tiny network and the tiny world.</summary>
public class TransportRunTests
{
    [Theory]
    [InlineData("{id: a, lever: border-time, between: world, change: 0%, cost: 0%}")]
    [InlineData("{id: a, lever: transport-cost, mode: road, change: 0%}")]
    [InlineData("{id: a, lever: link, link: {mode: road, from: alpha, to: beta}, speed: 0%}")]
    [InlineData("{id: a, lever: link, link: {mode: road, from: alpha, to: apex, km: 700, speed_kmh: 1}}")]
    public void Action_that_changes_no_journey_changes_nothing_at_all(string action)
    {
        var result = Run(action);
        Assert.All(result.Economies, row => Assert.Equal((0, 0, 0), (row.RealIncomePct, row.ExportsPct, row.PriceIndexPct)));
        Assert.All(result.Transport!.Pairs, pair => Assert.Equal(pair.DaysBefore, pair.DaysAfter));
    }

    [Theory]
    [InlineData("{id: a, lever: link, project: new-line}")]
    [InlineData("{id: a, lever: link, project: fast-gate}")]
    [InlineData("{id: a, lever: link, link: {mode: rail, from: alpha, to: beta, gauge: 1520, speed_kmh: 100}}")]
    [InlineData("{id: a, lever: link, link: {mode: road, from: alpha, to: beta}, speed: 100%}")]
    [InlineData("{id: a, lever: border-time, change: -50%}")]
    [InlineData("{id: a, lever: border-time, crossings: tor, cost: -90%}")]
    [InlineData("{id: a, lever: transport-cost, mode: road, change: -20%}")]
    public void Better_ways_between_two_economies_raise_their_trade_and_income(string action)
    {
        var result = Run(action);
        var pair = Pair(result, "AAA", "BBB");
        Assert.True(pair.ChangePct(100) < 0, $"{pair}");
        Assert.Equal(TransportPairStatus.Connected, pair.Status);
        Assert.All(result.Economies.Where(row => row.Member), row => Assert.True(row.RealIncomePct > 0, row.Code));
        Assert.All(result.Economies.Where(row => row.Member), row => Assert.True(row.TradeWithMembersPct > 0, row.Code));
    }

    [Theory]
    [InlineData("{id: a, lever: link-closure, project: old-line}", "AAA", "BBB")]
    [InlineData("{id: a, lever: link-closure, link: {mode: rail, from: apex, to: bell}}", "AAA", "BBB")]
    [InlineData("{id: a, lever: link-closure, passage: canal}", "BBB", "CCC")]
    [InlineData("{id: a, lever: transport-cost, mode: sea, change: 100%}", "BBB", "CCC")]
    [InlineData("{id: a, lever: border-time, crossings: [x-cc], change: 100%}", "CCC", "CCC")]
    public void Worse_ways_cost(string action, string from, string to)
    {
        var result = Run(action.Replace("members", "world"));
        var pair = Pair(result, from, to);
        Assert.True(pair.ChangePct(100) > 0, $"{pair}");
        Assert.True(result.Economies.Single(row => row.Code == to).RealIncomePct < 0);
    }

    [Fact]
    public void Economy_that_is_cut_off_trades_at_ten_times_the_cost()
    {
        var result = Run("{id: a, lever: link-closure, crossing: x-gate}");
        Assert.Equal(SolveStatus.Converged, result.Status);
        var pair = Pair(result, "AAA", "CCC");
        Assert.Equal((TransportPairStatus.CutOff, null), (pair.Status, pair.ChangePct(100)));
        Assert.Equal(TransportPairStatus.Connected, Pair(result, "AAA", "AAA").Status);
        var island = result.Economies.Single(row => row.Code == "AAA");
        Assert.True(island.RealIncomePct < -1);
        Assert.All(result.Economies, row => Assert.True(double.IsFinite(row.RealIncomePct), row.Code));
        // services travel without trucks
        Assert.Contains(result.Flows, flow => flow is { Origin: "AAA", Destination: "BBB", Sector: "SRV", NewMusd: > 1 });
        Assert.All(result.Flows.Where(flow => flow is { Sector: "GDS" } && (flow.Origin == "AAA") != (flow.Destination == "AAA")),
            flow => Assert.True(flow.NewMusd < 0.01 * flow.BaseMusd, $"{flow}"));
    }

    [Fact]
    public void Economy_of_which_one_city_is_cut_off_trades_dearer_and_says_so()
    {
        var result = Run("{id: a, lever: link-closure, crossing: x-cc}");
        var pair = Pair(result, "BBB", "CCC");
        Assert.Equal(TransportPairStatus.PartlyCutOff, pair.Status);
        Assert.Equal((pair.DaysBefore, pair.UsdBefore), (pair.DaysAfter, pair.UsdAfter));
        Assert.Equal(0, pair.ChangePct(100));
        Assert.Equal(TransportPairStatus.PartlyCutOff, Pair(result, "CCC", "CCC").Status);
        Assert.Equal(TransportPairStatus.Connected, Pair(result, "AAA", "BBB").Status);
        Assert.All(result.Economies, row => Assert.True(row.RealIncomePct < 0, row.Code));
        // trade of the other city goes on
        var goods = result.Flows.Where(flow => flow is { Origin: "BBB", Destination: "CCC", Sector: "GDS" }).ToList();
        Assert.InRange(goods.Sum(flow => flow.NewMusd) / goods.Sum(flow => flow.BaseMusd), 0.5, 1);
    }

    [Fact]
    public void Use_of_what_is_built_is_the_share_of_goods_trade_on_its_routes()
    {
        string[] actions =
        [
            "{id: line, lever: link, link: {mode: rail, from: alpha, to: beta, gauge: 1435, speed_kmh: 300}}",
            "{id: gate, lever: link, project: fast-gate}",
        ];
        var result = Run(actions);
        Assert.Equal(["fast-gate", "line"], result.Transport!.Links.Select(use => use.Id));
        // the same by one route at a time: the line's stretches end at the crossing
        using var text = ScenarioText.WithActions(actions);
        var network = TransportNetwork.Build(TinyNetwork.Model.Tables, text.CompileNetwork());
        var cities = EconomyTravel.RepresentativeCities(TinyNetwork.Model.Tables, TinyWorld.Create().Economies);
        double UsedBetween(string one, string other)
        {
            double used = 0, all = 0;
            foreach (var from in cities.Where(city => city.Economy.StartsWith(one, StringComparison.Ordinal)))
            {
                foreach (var to in cities.Where(city => city.Economy.StartsWith(other, StringComparison.Ordinal)))
                {
                    var weight = from.Population * to.Population
                        / Math.Max(GraphBuilder.GreatCircleKm(from, to), CityPairs.KmInsideACity);
                    all += weight;
                    used += network.Route(from.Id, to.Id)!.Legs.Any(leg =>
                        leg is { Kind: LegKind.Travel, Mode: TransportMode.Rail, From: "alpha" or "beta" } or
                        { Kind: LegKind.Travel, Mode: TransportMode.Rail, To: "alpha" or "beta" }
                        && (leg.From == "x-gate" || leg.To == "x-gate")) ? weight : 0;
                }
            }
            return used / all;
        }
        // AAA trades 50 with BBB and 25 with CCC, BBB 90 with CCC
        var share = (50 * UsedBetween("AAA", "BBB") + 25 * UsedBetween("AAA", "CC")) / 165;
        Assert.InRange(share, 0.1, 0.45);
        Assert.Equal(100 * share, result.Transport.Links[1].TradePct, 1e-9);
        var idle = Run("{id: slow, lever: link, link: {mode: road, from: alpha, to: beta, km: 2000, speed_kmh: 5}}");
        Assert.Equal(0, Assert.Single(idle.Transport!.Links).TradePct);
    }

    [Fact]
    public void Pairs_are_from_members_to_all_and_from_all_without_members()
    {
        var result = Run("{id: a, lever: border-time, change: -10%}");
        Assert.Equal(6, result.Transport!.Pairs.Length);
        using var text = new ScenarioText(
            "caravan: 1\nname: None\nactions:\n  - {id: a, lever: link-closure, passage: canal}\n");
        Assert.Equal(9, Run(text).Transport!.Pairs.Length);
    }

    [Fact]
    public void Network_and_other_levers_of_trade_cost_multiply()
    {
        var border = Run("{id: a, lever: border-time, change: -50%}");
        var both = Run("{id: a, lever: border-time, change: -50%}", "{id: b, lever: ntb, points: -2pp}");
        var barrier = Run("{id: b, lever: ntb, points: -2pp}");
        Assert.Null(barrier.Transport);
        var (one, two, sum) = (Income(border), Income(barrier), Income(both));
        Assert.True(sum > one && sum > two);
        Assert.Equal(one + two, sum, 0.1 * sum);
    }

    [Fact]
    public void Order_of_actions_changes_not_a_bit()
    {
        string[] actions =
        [
            "{id: a, lever: border-time, change: -30%}", "{id: b, lever: link, project: new-line}",
            "{id: c, lever: transport-cost, mode: road, change: -7%}", "{id: d, lever: ntb, points: -1pp}",
        ];
        Assert.Equal(Run(actions).Economies.ToArray(), Run([.. actions.Reverse()]).Economies.ToArray());
    }

    [Fact]
    public void Cancelled_run_stops()
    {
        using var text = ScenarioText.WithActions("{id: a, lever: border-time, change: -30%}");
        Assert.Throws<OperationCanceledException>(() => ScenarioRunner.Run(
            text.Load(), TinyWorld.Create(), new RunOptions { Transport = new TransportModel(TinyNetwork.Create()) },
            new CancellationToken(canceled: true)));
    }

    private static double Income(RunResult result) => result.Economies.Single(row => row.Code == "AAA").RealIncomePct;

    private static TransportPair Pair(RunResult result, string from, string to) => result.Transport!.Pairs
        .Where(pair => (pair.Origin, pair.Destination) == (from, to) || (pair.Origin, pair.Destination) == (to, from)).First();

    private static RunResult Run(params string[] actions)
    {
        using var text = ScenarioText.WithActions(actions);
        if (actions.Any(action => action.Contains("x-cc")))
        {
            text.Write("s.yaml", File.ReadAllText(text.Path).Replace("[AAA, BBB]", "[AAA, BBB, CCC]"));
        }
        return Run(text);
    }

    private static RunResult Run(ScenarioText text) => ScenarioRunner.Run(
        text.Load(), TinyWorld.Create(), new RunOptions { Transport = TinyNetwork.Model })[0];
}
