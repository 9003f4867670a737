using System.Globalization;

namespace Caravan.Data.Loading;

/// <summary>The rows of each table of a baseline folder, cells in the order of <see cref="FolderTables"/>.</summary>
internal static class FolderRows
{
    public static IEnumerable<string[]> Economies(Baseline baseline) => baseline.Economies.Select(economy => new[]
    {
        economy.Code, economy.Name, economy.Region, economy.IncomeGroup, Text(economy.Landlocked),
        Text(economy.BeltAndRoadCore), string.Join(' ', economy.Contains), economy.ProductionNote,
    });

    public static IEnumerable<string[]> Sectors(Baseline baseline) => baseline.Sectors.Select(sector => new[]
    {
        sector.Code, sector.Name, sector.IsService ? "services" : "goods",
    });

    public static IEnumerable<string[]> Sets(Baseline baseline) => baseline.Sets.SelectMany(set =>
        set.Members.Select(member => new[] { set.Name, set.Title, member, set.Source }));

    public static IEnumerable<string[]> Trade(Baseline baseline)
    {
        for (var j = 0; j < baseline.Sectors.Length; j++)
        {
            for (var i = 0; i < baseline.Economies.Length; i++)
            {
                for (var n = 0; n < baseline.Economies.Length; n++)
                {
                    var (value, rate) = (baseline.Trade[j, i, n], baseline.TariffRate[j, i, n]);
                    var estimated = baseline.Estimated[j, i, n];
                    if (!IsZero(value) || !IsZero(rate) || estimated)
                    {
                        yield return
                        [
                            baseline.Sectors[j].Code, baseline.Economies[i].Code, baseline.Economies[n].Code,
                            Text(value), Text(rate), Text(estimated),
                        ];
                    }
                }
            }
        }
    }

    public static IEnumerable<string[]> Inputs(Baseline baseline)
    {
        for (var n = 0; n < baseline.Economies.Length; n++)
        {
            for (var k = 0; k < baseline.Sectors.Length; k++)
            {
                for (var j = 0; j < baseline.Sectors.Length; j++)
                {
                    if (!IsZero(baseline.InputShare[n, k, j]))
                    {
                        yield return
                        [
                            baseline.Economies[n].Code, baseline.Sectors[k].Code, baseline.Sectors[j].Code,
                            Text(baseline.InputShare[n, k, j]),
                        ];
                    }
                }
            }
        }
    }

    public static IEnumerable<string[]> Production(Baseline baseline)
    {
        for (var n = 0; n < baseline.Economies.Length; n++)
        {
            for (var j = 0; j < baseline.Sectors.Length; j++)
            {
                yield return
                [
                    baseline.Economies[n].Code, baseline.Sectors[j].Code, Text(baseline.ValueAddedShare[n, j]),
                    Text(baseline.FinalShare[n, j]),
                ];
            }
        }
    }

    public static IEnumerable<string[]> Macro(Baseline baseline) => baseline.Economies.Select((economy, n) => new[]
    {
        economy.Code, Text(baseline.ValueAdded[n]), Text(baseline.Deficit[n]), Text(baseline.Gdp[n]),
        Text(baseline.Population[n]),
    });

    public static IEnumerable<string[]> Elasticities(Baseline baseline) => baseline.Elasticities.SelectMany(set =>
        baseline.Sectors.Select((sector, j) => new[]
        {
            set.Name, sector.Code, Text(set.Theta[j]), Text(set.StandardError[j]), set.Source[j],
        }));

    /// <summary>The shortest text that reads back to the same bits.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "true" : "false";

    // Minus zero is written, so that every bit comes back.
    private static bool IsZero(double value) => BitConverter.DoubleToUInt64Bits(value) == 0;
}
