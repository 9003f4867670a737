using System.Collections.Frozen;
using System.Globalization;
using Caravan.Data.Building;

namespace Caravan.Data.Loading;

/// <summary>The shipped table of public finance: made by <see cref="PublicFinanceBuilder"/>, read from the library.
/// </summary>
public static class PublicFinanceTable
{
    /// <summary>What results say about the data.</summary>
    public const string Vintage = "IMF, World Economic Outlook, April 2019 (old vintage; 2023 as projected then)";

    private const string Resource = "finance/debt.csv";
    private static readonly Lazy<FrozenDictionary<string, PublicFinance>> s_shipped = new(Read);

    /// <summary>Public finance of an economy by its code; null where the vintage has none.</summary>
    public static PublicFinance? Find(string economy) => s_shipped.Value.GetValueOrDefault(economy);

    private static FrozenDictionary<string, PublicFinance> Read()
    {
        using var stream = typeof(PublicFinanceTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the library has no {Resource}");
        using var reader = new StreamReader(stream);
        var issues = new List<InputIssue>();
        var read = CsvRow.ReadAll(reader, Resource, PublicFinanceBuilder.Columns, issues);
        var rows = read.Select(row => new PublicFinance(row.Text("economy"))
        {
            Year = (int)row.Number("year"),
            PublicDebtPct = Value(row, "public_debt_pct"),
            RevenuePct = Value(row, "revenue_pct"),
            RevenueDeviationPct = Value(row, "revenue_deviation_pct"),
            GrowthPct = Value(row, "growth_pct"),
            GrowthPastPct = Value(row, "growth_past_pct"),
            GrowthDeviationPct = Value(row, "growth_deviation_pct"),
            DollarGrowthPastPct = Value(row, "dollar_growth_past_pct"),
            DollarGrowthDeviationPct = Value(row, "dollar_growth_deviation_pct"),
            CurrentAccountPct = Value(row, "current_account_pct"),
            CurrentAccountDeviationPct = Value(row, "current_account_deviation_pct"),
        }).ToFrozenDictionary(row => row.Economy, StringComparer.Ordinal);
        return issues.Count == 0 ? rows : throw new InputException([.. issues]);
    }

    private static double Value(CsvRow row, string column) => row.Text(column) is { Length: > 0 } text
        ? double.Parse(text, CultureInfo.InvariantCulture)
        : double.NaN;
}
