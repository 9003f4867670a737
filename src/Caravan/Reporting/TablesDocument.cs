using System.Collections.Immutable;

namespace Caravan.Reporting;

/// <summary>Tables as one JSON object: <c>schema</c>, <c>caravan</c> (the version), then an array a table.</summary>
public static class TablesDocument
{
    /// <summary>Writes the document to <paramref name="output"/>, which stays open.</summary>
    public static void Write(Stream output, string schema, ImmutableArray<ReportTable> tables)
    {
        ArgumentNullException.ThrowIfNull(output);
        JsonTables.WriteDocument(output, writer =>
        {
            writer.WriteString("schema", schema);
            writer.WriteString("caravan", ProductVersion.Text);
            foreach (var table in tables)
            {
                writer.WriteTable(table.Name, table);
            }
        });
    }
}
