using System.Reflection;

namespace Caravan.Data.Building;

/// <summary>The project's own written tables that the builder reads: they travel inside the library.</summary>
internal static class BuildingTable
{
    /// <summary>Rows of an embedded table, such as <c>economies.csv</c>.</summary>
    public static IEnumerable<CsvRow> Rows(string name, params string[] columns)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("building/" + name)
            ?? throw new InvalidOperationException($"the table {name} is not in the library");
        using var reader = new StreamReader(stream);
        var issues = new List<InputIssue>();
        foreach (var row in CsvRow.ReadAll(reader, name, columns, issues))
        {
            yield return row;
        }
        if (issues.Count > 0)
        {
            throw new InputException([.. issues]);
        }
    }
}
