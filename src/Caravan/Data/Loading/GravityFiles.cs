using Caravan.Numerics;

namespace Caravan.Data.Loading;

/// <summary>
/// Bilateral trade for a one-sector gravity world, with the partial effect of a policy on each flow in log points.
/// </summary>
public sealed class GravityFiles
{
    private GravityFiles(Baseline baseline, Matrix<double> partialEffect)
    {
        (Baseline, PartialEffect) = (baseline, partialEffect);
    }

    /// <summary>The world; sales as given are output, and deficits are what the flows imply.</summary>
    public Baseline Baseline { get; }

    /// <summary>Log change of each flow at given prices [origin, destination].</summary>
    public Matrix<double> PartialEffect { get; }

    /// <summary>Reads a file with the columns exporter, importer, trade and one of partial effects.</summary>
    /// <param name="folder">Folder of the file.</param>
    /// <param name="file">File name.</param>
    /// <param name="effectColumn">Column of partial effects.</param>
    /// <param name="theta">Trade elasticity.</param>
    /// <exception cref="IOException">The file is missing or unreadable.</exception>
    public static GravityFiles Read(string folder, string file, string effectColumn, double theta)
    {
        var rows = FixtureTable.Rows(folder, file)
            .Select(row => (From: row("exporter"), To: row("importer"), Value: row.Number("trade"),
                Effect: row.Number(effectColumn)))
            .ToList();
        var codes = rows.Select(row => row.From).Distinct().Order(StringComparer.Ordinal).ToArray();
        var at = codes.Select((code, position) => (code, position)).ToDictionary(pair => pair.code, pair => pair.position);
        var n = codes.Length;
        double[] trade = new double[n * n], effect = new double[n * n], output = new double[n], deficit = new double[n];
        foreach (var row in rows)
        {
            var (from, to) = (at[row.From], at[row.To]);
            trade[from * n + to] = row.Value;
            effect[from * n + to] = row.Effect;
            output[from] += row.Value;
            deficit[to] += row.Value;
            deficit[from] -= row.Value;
        }
        var ones = Enumerable.Repeat(1.0, n).ToArray();
        var baseline = new Baseline
        {
            Name = "ge-gravity",
            Title = "One-sector gravity world",
            Economies = [.. codes.Select(code => new Economy(code, code))],
            Sectors = [new Sector("ALL", "All sectors", IsService: false)],
            Trade = new Cube<double>(1, n, n, trade),
            TariffRate = new Cube<double>(1, n, n),
            Estimated = new Cube<bool>(1, n, n),
            InputShare = new Cube<double>(n, 1, 1),
            ValueAddedShare = new Matrix<double>(n, 1, ones),
            FinalShare = new Matrix<double>(n, 1, (double[])ones.Clone()),
            ValueAdded = [.. output],
            Deficit = [.. deficit],
            Gdp = [.. output],
            Population = [.. new double[n]],
            Elasticities = [new ElasticitySet("given", [theta], [0], ["given with the reference"])],
        };
        return new GravityFiles(baseline, new Matrix<double>(n, n, effect));
    }
}
