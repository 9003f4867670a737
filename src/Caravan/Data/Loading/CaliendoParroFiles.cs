using Caravan.Numerics;

namespace Caravan.Data.Loading;

/// <summary>The replication data of Caliendo and Parro (2015) in long CSV form: NAFTA, 31 regions, 40 sectors.</summary>
public sealed class CaliendoParroFiles
{
    private CaliendoParroFiles(Baseline baseline, Cube<double> counterfactualTariff)
    {
        (Baseline, CounterfactualTariff) = (baseline, counterfactualTariff);
    }

    /// <summary>The world of 1993; values in dollars. The data are not an equilibrium as they stand.</summary>
    public Baseline Baseline { get; }

    /// <summary>Tariffs [sector, origin, destination] with those of 2005 between NAFTA's members.</summary>
    public Cube<double> CounterfactualTariff { get; }

    /// <summary>Reads the files of a folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    public static CaliendoParroFiles Read(string folder)
    {
        var regions = FixtureTable.Rows(folder, "regions.csv").Select(row => row("region")).ToArray();
        var sectors = FixtureTable.Rows(folder, "sectors.csv")
            .Select(row => (Name: row("sector"), Tradable: row("tradable") == "1")).ToArray();
        var at = Positions(regions);
        var of = Positions([.. sectors.Select(sector => sector.Name)]);
        var (n, j) = (regions.Length, sectors.Length);
        double[] trade = new double[j * n * n], tariff = new double[j * n * n], counterfactual = new double[j * n * n];
        foreach (var row in FixtureTable.Rows(folder, "trade.csv"))
        {
            var cell = (of[row("sector")] * n + at[row("exporter")]) * n + at[row("importer")];
            trade[cell] = row.Number("value");
            tariff[cell] = row.Number("tariff_bln");
            counterfactual[cell] = row.Number("tariff_cfl");
        }
        var inputs = new double[n * j * j];
        foreach (var row in FixtureTable.Rows(folder, "gamma_nkj.csv.gz"))
        {
            inputs[(at[row("region")] * j + of[row("input")]) * j + of[row("sector")]] = row.Number("gamma");
        }
        var theta = Vector(folder, "theta.csv", "sector", "theta", of);
        var baseline = new Baseline
        {
            Name = "cp2015",
            Title = "Caliendo and Parro (2015), world of 1993, US dollars",
            Year = 1993,
            Economies = [.. regions.Select(region => new Economy(region, region))],
            Sectors = [.. sectors.Select(sector => new Sector(sector.Name, sector.Name, !sector.Tradable))],
            Trade = new Cube<double>(j, n, n, trade),
            TariffRate = new Cube<double>(j, n, n, tariff),
            Estimated = new Cube<bool>(j, n, n),
            InputShare = new Cube<double>(n, j, j, inputs),
            ValueAddedShare = Table(folder, "gamma_nj.csv", "gamma_va", at, of),
            FinalShare = Table(folder, "alpha_nj.csv", "alpha", at, of),
            ValueAdded = [.. Vector(folder, "wL_n.csv", "region", "wL", at)],
            Deficit = [.. Vector(folder, "deficit.csv", "region", "D", at)],
            Gdp = [.. Vector(folder, "wL_n.csv", "region", "wL", at)],
            Population = [.. new double[n]],
            Elasticities =
            [
                new ElasticitySet(
                    "cp2015", [.. theta], [.. new double[j]],
                    [.. Enumerable.Repeat("Caliendo and Parro (2015), table 1", j)]),
            ],
        };
        return new CaliendoParroFiles(baseline, new Cube<double>(j, n, n, counterfactual));
    }

    private static double[] Vector(
        string folder, string file, string key, string column, Dictionary<string, int> positions)
    {
        var values = new double[positions.Count];
        foreach (var row in FixtureTable.Rows(folder, file))
        {
            values[positions[row(key)]] = row.Number(column);
        }
        return values;
    }

    private static Matrix<double> Table(
        string folder, string file, string column, Dictionary<string, int> regions, Dictionary<string, int> sectors)
    {
        var values = new double[regions.Count * sectors.Count];
        foreach (var row in FixtureTable.Rows(folder, file))
        {
            values[regions[row("region")] * sectors.Count + sectors[row("sector")]] = row.Number(column);
        }
        return new Matrix<double>(regions.Count, sectors.Count, values);
    }

    private static Dictionary<string, int> Positions(string[] labels) =>
        labels.Select((label, position) => (label, position)).ToDictionary(pair => pair.label, pair => pair.position);
}
