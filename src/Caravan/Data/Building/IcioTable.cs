namespace Caravan.Data.Building;

/// <summary>
/// Production and demand structure of the OECD ICIO economies in the baseline's sectors. For each economy: cost shares
/// [input, sector], value-added shares [sector] (each sector's shares sum to one) and final shares [sector].
/// </summary>
internal sealed class IcioTable
{
    public const int Year = 2020;

    private const string Shares = "icio2020/beta_alpha.csv";
    private const string Coefficients = "icio2020/io_coefficients.csv.gz";
    private const string Deficits = "icio2020/deficits.csv";

    public static IReadOnlyList<string> Files { get; } = [Shares, Coefficients, Deficits];

    public required IReadOnlyDictionary<string, Technology> Economies { get; init; }

    /// <summary>Deficits of 2020, million dollars.</summary>
    public required IReadOnlyDictionary<string, double> DeficitMusd { get; init; }

    public static IcioTable Read(SourceFolder sources)
    {
        var codes = SectorTable.Rows.SelectMany(row => row.Icio).ToArray();
        var position = codes.Select((code, k) => (code, k)).ToDictionary(x => x.code, x => x.k);
        var raw = new SortedDictionary<string, Technology>(StringComparer.Ordinal);
        foreach (var row in sources.Rows(Shares, "country", "sector", "beta_va_share", "alpha_final_share"))
        {
            var economy = row.Text("country");
            raw.TryAdd(economy, new Technology(codes.Length));
            var k = position[row.Text("sector")];
            raw[economy].ValueAdded[k] = row.NonNegative("beta_va_share");
            raw[economy].Final[k] = row.NonNegative("alpha_final_share");
        }
        foreach (var row in sources.Rows(
            Coefficients, "country", "using_sector", "supplying_sector", "io_coefficient_incl_imports"))
        {
            raw[row.Text("country")].Inputs[position[row.Text("supplying_sector")], position[row.Text("using_sector")]]
                = row.NonNegative("io_coefficient_incl_imports");
        }
        var deficits = sources.Rows(Deficits, "country", "deficit_musd")
            .ToDictionary(row => row.Text("country"), row => row.Number("deficit_musd"));
        sources.ThrowIfAny();
        FillEmptySectors(raw.Values, raw["ROW"]);
        RepairKazakhstan(raw["KAZ"], raw["RUS"]);
        var groups = SectorTable.Rows.Select(row => row.Icio.Select(code => position[code]).ToArray()).ToArray();
        return new()
        {
            Economies = raw.ToDictionary(x => x.Key, x => x.Value.Normalised().Aggregate(groups)),
            DeficitMusd = deficits,
        };
    }

    // A sector without value added in the table has no usable technology: it takes that of the rest of the world. The
    // sector has next to no output there, so this matters only for what a scenario might start.
    private static void FillEmptySectors(IEnumerable<Technology> economies, Technology rest)
    {
        foreach (var economy in economies)
        {
            for (var j = 0; j < economy.Count; j++)
            {
                if (economy.ValueAdded[j] < 0.02)
                {
                    economy.CopySector(j, rest);
                }
            }
        }
    }

    // The source's value-added shares of Kazakhstan are implausibly low (mean 0.29, peers 0.5): the shares of the
    // Russian Federation replace them and the inputs are scaled to fill the rest of the cost.
    private static void RepairKazakhstan(Technology kazakhstan, Technology russia)
    {
        for (var j = 0; j < kazakhstan.Count; j++)
        {
            kazakhstan.SetValueAdded(j, russia.ValueAdded[j]);
        }
    }
}
