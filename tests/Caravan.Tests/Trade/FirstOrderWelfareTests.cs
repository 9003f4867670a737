using Caravan.Data;
using Caravan.Trade;

namespace Caravan.Tests.Trade;

public class FirstOrderWelfareTests
{
    public static TheoryData<int, int> Worlds => new() { { 1, 3 }, { 2, 7 }, { 3, 9 }, { 4, 16 }, { 5, 21 } };

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Sums_over_partners_are_those_of_the_definition(int seed, int economies)
    {
        var world = RandomWorld.Create(seed, economies, 4);
        var outcome = new TradeModel(world).Solve(RandomShock.Create(seed, world), new SolveOptions { Tolerance = 1e-12 });
        Assert.Equal(SolveStatus.Converged, outcome.Status);
        var expected = ByDefinition(world, outcome, RandomShock.Create(seed, world));
        var firstOrder = outcome.Measures.FirstOrder;
        for (var n = 0; n < economies; n++)
        {
            Assert.Equal(expected[n].Terms, firstOrder.TermsOfTrade[n], 1e-12);
            Assert.Equal(expected[n].Volume, firstOrder.VolumeOfTrade[n], 1e-12);
            Assert.Equal(expected[n].Efficiency, firstOrder.TechnicalEfficiency[n], 1e-12);
            Assert.Equal(Sum(firstOrder.TermsOfTradeByPartner.Row(n)), firstOrder.TermsOfTrade[n], 1e-12);
            Assert.Equal(Sum(firstOrder.VolumeOfTradeByPartner.Row(n)), firstOrder.VolumeOfTrade[n], 1e-12);
            Assert.Equal(Sum(firstOrder.TechnicalEfficiencyByPartner.Row(n)), firstOrder.TechnicalEfficiency[n], 1e-12);
        }
        Assert.Contains(firstOrder.TermsOfTrade, value => Math.Abs(value) > 1e-4);
        Assert.Contains(firstOrder.VolumeOfTrade, value => Math.Abs(value) > 1e-4);
        Assert.Contains(firstOrder.TechnicalEfficiency, value => Math.Abs(value) > 1e-4);
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Exports_and_imports_are_sums_of_the_sales_abroad(int seed, int economies)
    {
        var world = RandomWorld.Create(seed, economies, 3);
        var outcome = new TradeModel(world).Solve(RandomShock.Create(seed, world));
        var (totals, trade) = (outcome.TotalsNew, outcome.TradeNew);
        for (var n = 0; n < economies; n++)
        {
            var (exports, imports) = (0.0, 0.0);
            for (var j = 0; j < 3; j++)
            {
                var (sectorExports, sectorImports) = (0.0, 0.0);
                for (var other = 0; other < economies; other++)
                {
                    sectorExports += other == n ? 0 : trade[j, n, other];
                    sectorImports += other == n ? 0 : trade[j, other, n];
                }
                AssertRelative(sectorExports, totals.SectorExports[n * 3 + j]);
                AssertRelative(sectorImports, totals.SectorImports[n * 3 + j]);
                (exports, imports) = (exports + sectorExports, imports + sectorImports);
            }
            AssertRelative(exports, totals.Exports[n]);
            AssertRelative(imports, totals.Imports[n]);
            for (var other = 0; other < economies; other++)
            {
                var sum = other == n ? 0 : trade[0, n, other] + trade[1, n, other] + trade[2, n, other];
                AssertRelative(sum, totals.Abroad[n * economies + other]);
            }
        }
    }

    // the formulas as they stand in the documentation, cell by cell
    private static (double Terms, double Volume, double Efficiency)[] ByDefinition(
        Baseline world, TradeOutcome outcome, TradeShock shock)
    {
        var (economies, income) = (world.Economies.Length, outcome.Measures.IncomeBase);
        var terms = new (double Terms, double Volume, double Efficiency)[economies];
        for (var n = 0; n < economies; n++)
        {
            for (var j = 0; j < world.Sectors.Length; j++)
            {
                terms[n].Efficiency += outcome.OutputBase[n, j] * ((shock.ProductivityHat?[n, j] ?? 1) - 1) / income[n];
                for (var i = 0; i < economies; i++)
                {
                    var (imports, exports) = (outcome.TradeBase[j, i, n], outcome.TradeBase[j, n, i]);
                    var (dearer, iceberg) = (outcome.CostHat[i, j], shock.TradeCost?.IcebergHat[j, i, n] ?? 1);
                    terms[n].Terms += (exports * (outcome.CostHat[n, j] - 1) - imports * (dearer - 1)) / income[n];
                    terms[n].Volume += world.TariffRate[j, i, n] * (outcome.TradeNew[j, i, n] - imports * dearer * iceberg)
                        / income[n];
                    terms[n].Efficiency -= imports * (iceberg - 1) / income[n];
                }
            }
        }
        return terms;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }
        return sum;
    }

    private static void AssertRelative(double expected, double actual) =>
        Assert.Equal(expected, actual, 1e-12 * Math.Max(1, Math.Abs(expected)));
}
