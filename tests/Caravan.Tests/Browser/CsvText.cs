using System.Globalization;
using CsvHelper;

namespace Caravan.Tests.Browser;

/// <summary>Rows of comma-separated values by the names of their columns.</summary>
internal static class CsvText
{
    public static List<Dictionary<string, string>> Rows(string text)
    {
        using var csv = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row => ((IDictionary<string, object>)row)
            .ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }
}
