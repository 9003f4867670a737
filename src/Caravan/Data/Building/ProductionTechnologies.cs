using System.Globalization;

namespace Caravan.Data.Building;

/// <summary>
/// Technology of every economy: its own in ICIO 2020, or the weighted mean of the three nearest ICIO economies in
/// region, income a head, size and composition of exports.
/// </summary>
internal static class ProductionTechnologies
{
    private const int Neighbours = 3;

    // Distances at which two economies count as one step apart.
    private const double IncomeScale = 0.7;
    private const double SizeScale = 2.5;
    private const double ShareScale = 0.2;

    private static readonly string[] s_resources = ["B05_06", "B07_08", "C19"];
    private static readonly string[] s_farming = ["A01_02", "A03", "C10T12"];

    /// <summary>One technology and one note an economy; the note is empty for an economy's own data.</summary>
    public static (Technology[] Technologies, string[] Notes) Find(World world, IcioTable icio, double[,] exports)
    {
        var economies = world.List.Economies;
        var technologies = new Technology[world.Count];
        var notes = new string[world.Count];
        var known = Enumerable.Range(0, world.Count)
            .Where(n => icio.Economies.ContainsKey(economies[n].Code)).ToArray();
        for (var n = 0; n < world.Count; n++)
        {
            if (icio.Economies.TryGetValue(economies[n].Code, out var own))
            {
                technologies[n] = own.Clone();
                notes[n] = economies[n].Code == "KAZ"
                    ? "ICIO 2020 with value-added shares of the Russian Federation" : "";
                continue;
            }
            var nearest = known
                .Select(m => (Index: m, Squared: SquaredDistance(world, exports, n, m)))
                .OrderBy(x => x.Squared).ThenBy(x => x.Index).Take(Neighbours).ToArray();
            // the half keeps a near twin from taking all the weight
            var weights = nearest.Select(x => 1 / (0.5 + x.Squared)).ToArray();
            var sum = weights.Sum();
            technologies[n] = Technology.Mean(
                [.. nearest.Select((x, a) => (icio.Economies[economies[x.Index].Code], weights[a] / sum))]);
            notes[n] = "proxy: " + string.Join(", ", nearest.Select((x, a) => string.Create(
                CultureInfo.InvariantCulture, $"{economies[x.Index].Code} {100 * weights[a] / sum:0} %")));
        }
        return (technologies, notes);
    }

    private static double SquaredDistance(World world, double[,] exports, int n, int m)
    {
        var region = (world.List.Economies[n].Region, world.List.Economies[m].Region) switch
        {
            var (a, b) when a == b => 0,
            var (a, b) when Continent(a) == Continent(b) => 0.75,
            _ => 1.5,
        };
        return Square((Income(world, n) - Income(world, m)) / IncomeScale)
            + Square(Math.Log(world.Gdp[n] / world.Gdp[m]) / SizeScale)
            + Square((Share(exports, n, s_resources) - Share(exports, m, s_resources)) / ShareScale)
            + Square((Share(exports, n, s_farming) - Share(exports, m, s_farming)) / ShareScale)
            + Square(region);
    }

    private static double Income(World world, int n) => Math.Log(world.Gdp[n] * 1e6 / world.Population[n]);

    private static double Share(double[,] exports, int n, string[] sectors)
    {
        var total = 0.0;
        for (var j = 0; j < exports.GetLength(0); j++)
        {
            total += exports[j, n];
        }
        return sectors.Sum(code => exports[SectorTable.IndexOf(code), n]) / total;
    }

    // The last word of a region's name: Western Africa and Middle Africa are both Africa.
    private static string Continent(string region) => region == "Caribbean" ? "America" : region.Split(' ')[^1];

    private static double Square(double x) => x * x;
}
