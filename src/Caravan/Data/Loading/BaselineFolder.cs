using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Caravan.Data.Loading;

/// <summary>
/// Reads and writes a baseline as a folder of CSV files with a Frictionless descriptor. Numbers are exact: what is
/// written reads back to the same bits, and writing that again gives the same bytes.
/// </summary>
public static class BaselineFolder
{
    /// <summary>The baseline in a folder, in the layout of <see cref="Write"/> or <see cref="KiteFolder"/>.</summary>
    /// <exception cref="InputException">The folder is unusable; carries every problem with file and line.</exception>
    public static Baseline Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return KiteFolder.IsOne(folder) ? KiteFolder.Read(folder) : new FolderReader(folder).Read();
    }

    /// <summary>
    /// Writes all files of a baseline into a folder, which is created where missing. Files of the same names are
    /// replaced at the end, others are left alone. Bilateral cells and input shares that are zero are left out.
    /// </summary>
    public static void Write(Baseline baseline, string folder)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        using var beside = new WriteBeside(folder);
        using (var stream = beside.Create(DataPackage.FileName))
        {
            Describe(baseline).Write(stream);
        }
        WriteTable(beside, FolderTables.Economies, FolderRows.Economies(baseline));
        WriteTable(beside, FolderTables.Sectors, FolderRows.Sectors(baseline));
        WriteTable(beside, FolderTables.Sets, FolderRows.Sets(baseline));
        WriteTable(beside, FolderTables.Trade, FolderRows.Trade(baseline));
        WriteTable(beside, FolderTables.Inputs, FolderRows.Inputs(baseline));
        WriteTable(beside, FolderTables.Production, FolderRows.Production(baseline));
        WriteTable(beside, FolderTables.Macro, FolderRows.Macro(baseline));
        WriteTable(beside, FolderTables.Elasticities, FolderRows.Elasticities(baseline));
        beside.Commit();
    }

    /// <summary>Writes the rows of a table under a header line.</summary>
    internal static void WriteTable(WriteBeside beside, Table table, IEnumerable<string[]> rows)
    {
        using var writer = new StreamWriter(beside.Create(table.FileName), new UTF8Encoding(false), 1 << 16);
        using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        foreach (var row in rows.Prepend([.. table.Columns.Select(column => column.Name)]))
        {
            foreach (var cell in row)
            {
                csv.WriteField(cell);
            }
            csv.NextRecord();
        }
    }

    private static DataPackage Describe(Baseline baseline) => new()
    {
        Name = baseline.Name,
        Title = baseline.Title,
        Year = baseline.Year,
        Sources = baseline.Sources,
    };
}
