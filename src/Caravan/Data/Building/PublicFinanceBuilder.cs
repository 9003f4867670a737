using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Caravan.Data.Building;

/// <summary>
/// Builds the shipped table of public finance from the World Economic Outlook of April 2019. The same sources give the same
/// bytes.
/// </summary>
public static class PublicFinanceBuilder
{
    /// <summary>Columns of the table, in order.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "economy", "year", "public_debt_pct", "revenue_pct", "revenue_deviation_pct", "growth_pct", "growth_past_pct",
        "growth_deviation_pct", "dollar_growth_past_pct", "dollar_growth_deviation_pct", "current_account_pct",
        "current_account_deviation_pct",
    ];

    private const string Folder = "weo2019/";
    private const int LevelYear = 2023;
    private const int OldestLevel = 2018;
    private const int PastFrom = 2009;
    private const int PastTo = 2018;
    private const int FewestYears = 5;
    private const int LastYear = 2024;

    // the vintage's own codes
    private static readonly Dictionary<string, string> s_codes = new() { ["UVK"] = "XKX" };

    /// <summary>The table as CSV with a line feed after each row, economies by code.</summary>
    /// <param name="sources">Folder that holds <c>weo2019</c>.</param>
    /// <exception cref="InputException">A file is missing or has other columns; carries every problem.</exception>
    public static string Build(string sources)
    {
        var folder = new SourceFolder(sources);
        string[] names = ["ggxwdg_ngdp", "ggr_ngdp", "ngdp_rpch", "ngdpd", "bca_ngdpd"];
        folder.Require(names.Select(name => $"{Folder}{name}.csv"));
        var series = names.Select(name => Read(folder, name)).ToArray();
        folder.ThrowIfAny();
        var (debt, revenue, growth, gdp, account) = (series[0], series[1], series[2], series[3], series[4]);
        var text = new StringBuilder().AppendJoin(',', Columns).Append('\n');
        foreach (var code in series.SelectMany(one => one.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            var dollars = Growth(Of(gdp, code));
            var (past, spread) = Past(Of(growth, code));
            var (dollarPast, dollarSpread) = Past(dollars);
            double[] values =
            [
                Level(Of(debt, code)), Level(Of(revenue, code)), Past(Of(revenue, code)).Deviation,
                Mean(Of(growth, code), LevelYear - 3, LastYear), past, spread, dollarPast, dollarSpread,
                Mean(Of(account, code), LevelYear - 2, LevelYear), Past(Of(account, code)).Deviation,
            ];
            text.Append(CultureInfo.InvariantCulture, $"{code},{LevelYear}");
            foreach (var value in values)
            {
                text.Append(',').Append(double.IsFinite(value) ? value.ToString("0.###", CultureInfo.InvariantCulture) : "");
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    private static Dictionary<string, SortedList<int, double>> Read(SourceFolder folder, string name)
    {
        var all = new Dictionary<string, SortedList<int, double>>(StringComparer.Ordinal);
        foreach (var row in folder.Rows($"{Folder}{name}.csv", "year", "country", name))
        {
            // empty and n/a: the vintage has no figure
            if (!double.TryParse(row.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                continue;
            }
            var code = row.Text("country").ToUpperInvariant();
            code = s_codes.GetValueOrDefault(code, code);
            if (!all.TryGetValue(code, out var years))
            {
                all.Add(code, years = []);
            }
            years[(int)row.Number("year")] = value;
        }
        return all;
    }

    private static SortedList<int, double> Of(Dictionary<string, SortedList<int, double>> series, string code) =>
        series.GetValueOrDefault(code) ?? [];

    // the year's value, or the last before it that is not too old
    private static double Level(SortedList<int, double> years) =>
        years.LastOrDefault(year => year.Key is <= LevelYear and >= OldestLevel, KeyValuePair.Create(0, double.NaN)).Value;

    private static double Mean(SortedList<int, double> years, int from, int to)
    {
        var values = years.Where(year => year.Key >= from && year.Key <= to).Select(year => year.Value).ToList();
        return values.Count == 0 ? double.NaN : values.Sum() / values.Count;
    }

    private static (double Mean, double Deviation) Past(SortedList<int, double> years)
    {
        var values = years.Where(year => year.Key is >= PastFrom and <= PastTo).Select(year => year.Value).ToList();
        if (values.Count < FewestYears)
        {
            return (double.NaN, double.NaN);
        }
        var mean = values.Sum() / values.Count;
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1)));
    }

    // per cent a year, where both years are known
    private static SortedList<int, double> Growth(SortedList<int, double> levels)
    {
        var growth = new SortedList<int, double>();
        foreach (var (year, level) in levels)
        {
            if (levels.TryGetValue(year - 1, out var before) && before > 0)
            {
                growth[year] = 100 * (level / before - 1);
            }
        }
        return growth;
    }
}
