using System.Collections.Immutable;

namespace Caravan.Data.Building;

/// <summary>Puts the parts together and makes every accounting identity hold to the last digits.</summary>
internal static class BaselineAssembly
{
    public static Baseline Assemble(
        World world, WorldAccounts accounts, TariffSchedule tariffs, string[] notes,
        IReadOnlyList<EconomySet> sets, ImmutableArray<ElasticitySet> elasticities)
    {
        var (count, sectors) = (world.Count, SectorTable.Sectors.Length);
        var sales = new double[sectors * count * count];
        var rates = new double[sectors * count * count];
        for (var j = 0; j < sectors; j++)
        {
            for (var i = 0; i < count; i++)
            {
                for (var n = 0; n < count; n++)
                {
                    var cell = (j * count + i) * count + n;
                    sales[cell] = i == n ? accounts.Economies[n].OwnSales(j) : accounts.Sales(j, i, n);
                    rates[cell] = j < SectorTable.GoodsCount ? tariffs.Rate[i, n] : 0;
                }
            }
        }
        var inputs = new double[count * sectors * sectors];
        var (valueAddedShare, finalShare) = (new double[count * sectors], new double[count * sectors]);
        var (valueAdded, deficit) = (new double[count], new double[count]);
        for (var n = 0; n < count; n++)
        {
            var (output, inputShare, labourShare) = accounts.Economies[n].Blend();
            var (spending, imports, exports, revenue) = (new double[sectors], 0.0, 0.0, 0.0);
            for (var j = 0; j < sectors; j++)
            {
                output[j] = 0;
                for (var i = 0; i < count; i++)
                {
                    var (incoming, outgoing) = ((j * count + i) * count + n, (j * count + n) * count + i);
                    output[j] += sales[outgoing];
                    spending[j] += sales[incoming] * (1 + rates[incoming]);
                    imports += i == n ? 0 : sales[incoming];
                    exports += i == n ? 0 : sales[outgoing];
                    revenue += sales[incoming] * rates[incoming];
                }
            }
            deficit[n] = imports - exports;
            for (var j = 0; j < sectors; j++)
            {
                valueAddedShare[n * sectors + j] = labourShare[j];
                valueAdded[n] += labourShare[j] * output[j];
            }
            // Final spending is what use leaves after inputs: the identity of spending is then exact, and the shares
            // sum to one as closely as the linear system was solved.
            var income = valueAdded[n] + revenue + deficit[n];
            for (var k = 0; k < sectors; k++)
            {
                var final = spending[k];
                for (var j = 0; j < sectors; j++)
                {
                    inputs[(n * sectors + k) * sectors + j] = inputShare[k, j];
                    final -= inputShare[k, j] * output[j];
                }
                // a sector bought as an input only leaves rounding, of either sign
                finalShare[n * sectors + k] = final > 1e-13 * spending[k] ? final / income : 0;
            }
        }
        return new()
        {
            Name = "world-2023",
            Title = "World economy 2023: goods trade by pair from BACI, detail by sector estimated",
            Year = 2023,
            Sources = SourceCredits.All,
            Economies = [.. world.List.Economies.Select((economy, n) => economy with { ProductionNote = notes[n] })],
            Sectors = SectorTable.Sectors,
            Sets = [.. sets],
            Trade = new(sectors, count, count, sales),
            TariffRate = new(sectors, count, count, rates),
            Estimated = new(sectors, count, count, [.. Enumerable.Repeat(true, sales.Length)]),
            InputShare = new(count, sectors, sectors, inputs),
            ValueAddedShare = new(count, sectors, valueAddedShare),
            FinalShare = new(count, sectors, finalShare),
            ValueAdded = [.. valueAdded],
            Deficit = [.. deficit],
            Gdp = [.. world.Gdp],
            Population = [.. world.Population],
            Elasticities = elasticities,
        };
    }
}
