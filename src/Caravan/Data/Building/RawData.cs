namespace Caravan.Data.Building;

/// <summary>Everything read from the sources except the two input-output tables, by ISO code, in the sources' units.
/// </summary>
internal sealed class RawData
{
    private const string Gdp = "baci2023/countries_gdp.csv";
    private const string Trade = "baci2023/trade_2023.csv.gz";
    private const string Exports = "exports-hs4-2016/exports_by_icio_goods_sector_2016_usd.csv";
    private const string Geography = "geodist/geo_cepii.csv";
    private const string Distances = "geodist/dist_cepii.csv.gz";
    private const string People = "countries/wdi_population.csv";
    private const string GdpSeries = "countries/wdi_gdp_current_usd.csv";
    private const string CurrentAccount = "weo2019/bca_ngdpd.csv";
    private const string Tariffs = "tariffs/wdi_TM.TAX.MRCH.WM.AR.ZS.csv";
    private const string Elasticities = "elasticities/caliendo_parro_2015_table1.csv";

    // GeoDist has the codes of its time; a successor takes the distances of the economy it was part of.
    private static readonly Dictionary<string, string[]> s_successors = new()
    {
        ["ROM"] = ["ROU"],
        ["ZAR"] = ["COD"],
        ["YUG"] = ["SRB", "MNE"],
        ["TMP"] = ["TLS"],
        ["ANT"] = ["CUW", "SXM"],
        ["SDN"] = ["SDN", "SSD"],
    };

    public required IReadOnlyDictionary<string, double> GdpUsd { get; init; }

    /// <summary>Goods trade of 2023, thousand dollars, by exporter and importer.</summary>
    public required IReadOnlyList<(string Exporter, string Importer, double Kusd)> Flows { get; init; }

    /// <summary>Exports of 2016 by economy, in the order of the goods sectors, dollars.</summary>
    public required IReadOnlyDictionary<string, double[]> ExportsBySector { get; init; }

    public required IReadOnlyDictionary<string, bool> Landlocked { get; init; }

    public required IReadOnlyDictionary<(string, string), (double Km, bool Contiguous, bool Language)> Distance
    { get; init; }

    /// <summary>Inhabitants in 2023.</summary>
    public required IReadOnlyDictionary<string, double> Population { get; init; }

    /// <summary>Inhabitants in 2011, the year of the WIOD table.</summary>
    public required IReadOnlyDictionary<string, double> Population2011 { get; init; }

    /// <summary>GDP in the year of the ICIO table, dollars.</summary>
    public required IReadOnlyDictionary<string, double> GdpUsd2020 { get; init; }

    /// <summary>Current account balance, share of GDP, mean of the last three years that the vintage projects to 2023.
    /// </summary>
    public required IReadOnlyDictionary<string, double> CurrentAccountShare { get; init; }

    /// <summary>Applied weighted mean tariff on imports, a fraction.</summary>
    public required IReadOnlyDictionary<string, double> MeanTariff { get; init; }

    /// <summary>Caliendo and Parro (2015), table 1, full sample.</summary>
    public required IReadOnlyDictionary<string, (double Theta, double Error)> CaliendoParro { get; init; }

    /// <summary>Every file that the builder reads.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        Gdp, Trade, Exports, Geography, Distances, People, GdpSeries, CurrentAccount, Tariffs, Elasticities,
        .. IcioTable.Files, .. WiodTable.Files,
    ];

    public static RawData Read(SourceFolder sources)
    {
        var data = new RawData
        {
            GdpUsd = sources.Rows(Gdp, "iso3", "gdp_usd")
                .ToDictionary(row => row.Text("iso3"), row => row.NonNegative("gdp_usd")),
            Flows = [.. sources.Rows(Trade, "exporter", "importer", "value_kusd")
                .Select(row => (row.Text("exporter"), row.Text("importer"), row.NonNegative("value_kusd")))],
            ExportsBySector = ReadExports(sources),
            Landlocked = ReadGeography(sources),
            Distance = ReadDistances(sources),
            Population = Series(sources, People, 2023),
            Population2011 = Series(sources, People, 2011),
            GdpUsd2020 = Series(sources, GdpSeries, IcioTable.Year),
            CurrentAccountShare = ReadCurrentAccount(sources),
            MeanTariff = sources.Rows(Tariffs, "iso3", "tariff_weighted_mean_pct_latest_upto_2018")
                .ToDictionary(row => row.Text("iso3"),
                    row => row.NonNegative("tariff_weighted_mean_pct_latest_upto_2018") / 100),
            CaliendoParro = sources.Rows(Elasticities, "sector", "theta_full", "se_full")
                .ToDictionary(row => row.Text("sector"), row => (row.Number("theta_full"), row.NonNegative("se_full"))),
        };
        sources.ThrowIfAny();
        return data;
    }

    private static Dictionary<string, double[]> ReadExports(SourceFolder sources)
    {
        var codes = SectorTable.Sectors.Take(SectorTable.GoodsCount).Select(sector => sector.Code).ToArray();
        return sources.Rows(Exports, ["iso3", .. codes])
            .ToDictionary(row => row.Text("iso3"), row => codes.Select(row.NonNegative).ToArray());
    }

    private static Dictionary<string, bool> ReadGeography(SourceFolder sources)
    {
        var landlocked = new Dictionary<string, bool>();
        foreach (var row in sources.Rows(Geography, "iso3", "landlocked"))
        {
            foreach (var code in Today(row.Text("iso3")))
            {
                landlocked[code] = row.Text("landlocked") == "1";
            }
        }
        // States younger than the source: Serbia and South Sudan have no coast, the states they were part of had one.
        landlocked["SRB"] = true;
        landlocked["SSD"] = true;
        landlocked["ETH"] = true;
        return landlocked;
    }

    private static Dictionary<(string, string), (double, bool, bool)> ReadDistances(SourceFolder sources)
    {
        var distances = new Dictionary<(string, string), (double, bool, bool)>();
        foreach (var row in sources.Rows(
            Distances, "iso_o", "iso_d", "contig", "comlang_off", "dist", "distw"))
        {
            // distw, the population-weighted mean over cities, is missing for a few small economies
            var km = row.Text("distw") is "." or "" ? row.Number("dist") : row.Number("distw");
            foreach (var origin in Today(row.Text("iso_o")))
            {
                foreach (var destination in Today(row.Text("iso_d")))
                {
                    distances[(origin, destination)] =
                        (km, row.Text("contig") == "1", row.Text("comlang_off") == "1");
                }
            }
        }
        return distances;
    }

    private static string[] Today(string code) => s_successors.TryGetValue(code, out var codes) ? codes : [code];

    // The value of the year, or the last before it.
    private static Dictionary<string, double> Series(SourceFolder sources, string file, int year)
    {
        var latest = new Dictionary<string, (double Year, double Value)>();
        foreach (var row in sources.Rows(file, "Country Code", "Year", "Value"))
        {
            var (code, at) = (row.Text("Country Code"), row.Number("Year"));
            if (at <= year && (!latest.TryGetValue(code, out var found) || found.Year < at))
            {
                latest[code] = (at, row.NonNegative("Value"));
            }
        }
        return latest.ToDictionary(x => x.Key, x => x.Value.Value);
    }

    private static Dictionary<string, double> ReadCurrentAccount(SourceFolder sources) =>
        sources.Rows(CurrentAccount, "year", "country", "bca_ngdpd")
            .Where(row => row.Number("year") is >= 2021 and <= 2023)
            .Select(row => (Code: row.Text("country").ToUpperInvariant(), Share: row.Number("bca_ngdpd") / 100))
            .GroupBy(row => row.Code)
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Share) / group.Count());
}
