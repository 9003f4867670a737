using System.Collections.Immutable;
using Caravan.Numerics;
using Caravan.Scenarios;
using Caravan.Trade;

namespace Caravan.Tests.Reporting;

/// <summary>Results made by hand, with a loss, a tiny change, a zero and an awkward name among them.</summary>
internal static class ResultSample
{
    public static RunResult Converged { get; } = Make(SolveStatus.Converged, 1);

    public static RunResult Doubled { get; } = Make(SolveStatus.Converged, 2) with { Model = ModelVariant.OneSector };

    public static RunResult NotConverged { get; } = Make(SolveStatus.IterationLimit, 1) with
    {
        Residual = 0.25,
        Iterations = 1000,
        Economies = [],
        Groups = [],
        Inequality = [],
        Sectors = [],
        Flows = [],
    };

    private static RunResult Make(SolveStatus status, double size)
    {
        ImmutableArray<EconomyResult> economies =
        [
            Economy("AAA", "Alphaland", member: true, landlocked: true, 1.234567890123 * size, 12_345.678 * size),
            Economy("BBB", "Betania", member: true, landlocked: false, -0.567 * size, -98_765.4 * size),
            Economy(
                "CCC", "Gamma, Republic of \"the\" Long and Winding Name", false, false, 0.00412 * size, 3.2 * size),
            Economy("DDD", "Delta | Islands", false, false, -0.0123 * size, -11.5 * size),
            Economy("EEE", "Epsilon & Sons", false, true, -1e-13, -1e-9),
        ];
        return new RunResult
        {
            Status = status,
            Iterations = 9,
            Residual = 3.25e-12,
            Scenario = new Scenario { Name = "A made-up package" },
            ScenarioHash = "0011223344556677",
            BaselineName = "made-up-2020",
            BaselineHash = "8899aabbccddeeff",
            Model = ModelVariant.InputOutput,
            Closure = Closure.Fixed,
            Elasticities = "uniform",
            Economies = economies,
            Groups =
            [
                Group("Members", 2, -0.3 * size, -86_419.7 * size, 1, 1),
                Group("World", 5, -0.01 * size, -86_428 * size, 2, 2),
            ],
            Inequality =
            [
                new InequalityResult(
                    GroupSplit.Coast, new TheilIndex(0.75, 0.25, 0.5), new TheilIndex(0.75 - 0.03 * size, 0.24, 0.51),
                    3.25, 3.25 + 0.01 * size),
            ],
            Sectors =
            [
                Sector("AAA", "GOO", 2 * size), Sector("BBB", "GOO", -1 * size),
            ],
            Flows =
            [
                new FlowResult("GOO", "AAA", "BBB", 100.1, 100.1 * (1 + 0.1 * size), true),
                new FlowResult("GOO", "BBB", "AAA", 0, 0.3, false),
                new FlowResult("GOO", "AAA", "AAA", 1.0 / 3, 1.0 / 3, true),
            ],
            EstimatedTradePct = 71.26,
            Timings = new RunTimings(80.5, 1.25, 17.75),
        };
    }

    private static EconomyResult Economy(
        string code, string name, bool member, bool landlocked, double pct, double musd) => new()
        {
            Code = code,
            Name = name,
            Member = member,
            Landlocked = landlocked,
            Region = "Somewhere",
            IncomeGroup = "high",
            Population = 4_000_000,
            RealIncomePct = pct,
            RealWagePct = pct / 2,
            GdpRealPct = pct * 1.1,
            TermsOfTradePct = pct / 3,
            VolumeOfTradePct = pct / 4,
            TechnicalEfficiencyPct = 0,
            ExportsPct = pct * 10,
            ImportsPct = pct * 9,
            TradeWithMembersPct = pct * 20,
            PriceIndexPct = -pct,
            RealIncomeMusd = musd,
            IncomeBaseMusd = 1_000_000.125,
            GdpBaseMusd = 1_100_000,
            ExportsBaseMusd = 200_000,
            ExportsNewMusd = 200_000 * (1 + pct / 10),
            ImportsBaseMusd = 190_000,
            ImportsNewMusd = 190_000 * (1 + pct * 9 / 100),
            EstimatedTradePct = 50,
        };

    private static GroupResult Group(string name, int count, double pct, double musd, int winners, int losers) => new()
    {
        Name = name,
        Split = name == "World" ? GroupSplit.World : GroupSplit.Membership,
        Count = count,
        RealIncomePct = pct,
        RealIncomeMusd = musd,
        GdpRealPct = pct,
        ExportsPct = pct * 5,
        Winners = winners,
        Losers = losers,
        Population = 4_000_000.0 * count,
        IncomePerPersonBaseUsd = 2500,
        IncomePerPersonNewUsd = 2500 * (1 + pct / 100),
    };

    private static SectorResult Sector(string economy, string sector, double pct) => new()
    {
        Economy = economy,
        Sector = sector,
        OutputBaseMusd = 5000,
        OutputNewMusd = 5000 * (1 + pct / 100),
        OutputRealPct = pct,
        ExportsBaseMusd = 700,
        ExportsNewMusd = 710.5,
        ImportsBaseMusd = 600,
        ImportsNewMusd = 590.25,
        PricePct = -pct / 10,
    };
}
