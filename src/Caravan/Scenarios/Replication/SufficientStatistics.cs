using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Numerics;
using Caravan.Trade;

namespace Caravan.Scenarios.Replication;

/// <summary>
/// Arkolakis, Costinot and Rodriguez-Clare (2012): the change of the real wage follows from the change of home shares
/// and the elasticity alone; with sectors and inputs after Costinot and Rodriguez-Clare (2014), section 3.
/// </summary>
internal static class SufficientStatistics
{
    public const string Title =
        "Arkolakis, Costinot and Rodriguez-Clare (2012), American Economic Review 102(1): real wage from home shares";

    private const double Tolerance = 1e-9;
    private const double CheaperTrade = 0.9;
    private const double Prohibitive = 1e4;

    public static ReplicationResult Run()
    {
        var baseline = Baselines.Load("world-2023");
        return new ReplicationResult
        {
            Name = "acr",
            Title = Title,
            Note = "On world-2023, all foreign iceberg costs down 10 %, and one-sector autarky (costs up ten thousandfold, "
                + "deficits zero). log real wage = -alpha' (I - Gamma')^-1 (log lambda^ / theta), lambda the home share. "
                + "For each variant the five largest differences over all economies.",
            Rows =
            [
                .. Rows(baseline, ModelVariant.OneSector, Closure.Fixed, CheaperTrade),
                .. Rows(baseline, ModelVariant.MultiSector, Closure.Fixed, CheaperTrade),
                .. Rows(baseline, ModelVariant.InputOutput, Closure.Fixed, CheaperTrade),
                .. Rows(baseline, ModelVariant.OneSector, Closure.Zero, Prohibitive),
            ],
        };
    }

    private static IEnumerable<ReplicationRow> Rows(
        Baseline baseline, ModelVariant variant, Closure closure, double change)
    {
        var model = new TradeModel(baseline, variant, closure);
        var shock = new TradeShock { TradeCost = new TradeCostChange(ForeignIceberg(baseline, change)) };
        var outcome = model.Solve(shock, new SolveOptions { Tolerance = 1e-12 });
        var table = variant switch
        {
            ModelVariant.OneSector => "one sector",
            ModelVariant.MultiSector => "sectors",
            _ => "sectors and inputs",
        };
        return Enumerable.Range(0, baseline.Economies.Length)
            .Select(n => new ReplicationRow(
                table + (closure == Closure.Zero ? ", autarky" : ""), $"{baseline.Economies[n].Code} real wage ratio",
                Math.Exp(-LogPriceOverWage(model, outcome, n)), outcome.Measures.RealWageHat[n], Tolerance, 12))
            .OrderByDescending(row => Math.Abs(row.Difference))
            .Take(5);
    }

    private static Cube<double> ForeignIceberg(Baseline baseline, double change)
    {
        var (sectors, economies) = (baseline.Sectors.Length, baseline.Economies.Length);
        var hats = new double[sectors * economies * economies];
        for (var cell = 0; cell < hats.Length; cell++)
        {
            var (origin, destination) = (cell / economies % economies, cell % economies);
            hats[cell] = origin == destination ? 1 : change;
        }
        return new Cube<double>(sectors, economies, economies, hats);
    }

    // Solves log P / w = Gamma' log P / w + log lambda^ / theta by its Neumann series: column sums are below one.
    private static double LogPriceOverWage(TradeModel model, TradeOutcome outcome, int n)
    {
        var sectors = model.Sectors.Length;
        var direct = new double[sectors];
        for (var j = 0; j < sectors; j++)
        {
            var before = outcome.TradeBase[j, n, n] / outcome.SpendingBase[n, j];
            var after = outcome.TradeNew[j, n, n] / outcome.SpendingNew[n, j];
            direct[j] = before > 0 ? Math.Log(after / before) / model.Theta[j] : Math.Log(outcome.PriceHat[n, j]);
        }
        var total = (double[])direct.Clone();
        for (var round = 0; round < 500 && model.Variant == ModelVariant.InputOutput; round++)
        {
            var next = (double[])direct.Clone();
            for (var k = 0; k < sectors; k++)
            {
                for (var j = 0; j < sectors; j++)
                {
                    next[j] += model.Baseline.InputShare[n, k, j] * total[k];
                }
            }
            total = next;
        }
        var sum = 0.0;
        for (var j = 0; j < sectors; j++)
        {
            var spent = outcome.SpendingBase[n, j] / FixedOrder.Sum(outcome.SpendingBase.Row(n));
            sum += total[j] * (model.Variant == ModelVariant.InputOutput ? model.Baseline.FinalShare[n, j] : spent);
        }
        return sum;
    }
}
