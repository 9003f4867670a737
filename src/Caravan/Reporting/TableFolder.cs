using System.Collections.Immutable;
using System.Text;

namespace Caravan.Reporting;

/// <summary>Writes tables as a folder of CSV files, one each, named after the table.</summary>
public static class TableFolder
{
    /// <summary>Writes the files; a folder that holds anything else than CSV files is left alone.</summary>
    /// <exception cref="IOException">The folder holds other files, or cannot be written.</exception>
    public static void Write(string folder, ImmutableArray<ReportTable> tables)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (File.Exists(folder) || Directory.Exists(folder)
            && Directory.EnumerateFileSystemEntries(folder).Any(entry => Path.GetExtension(entry) != ".csv"))
        {
            throw new IOException($"{folder} exists and holds other things than tables; name another folder or remove it");
        }
        Directory.CreateDirectory(folder);
        foreach (var table in tables)
        {
            using var text = new StreamWriter(
                Path.Combine(folder, table.Name + ".csv"), append: false, new UTF8Encoding(false));
            text.NewLine = "\n";
            CsvTables.Write(table, text);
        }
    }
}
