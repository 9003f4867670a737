using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Caravan.Reporting;

/// <summary>
/// Writes tables as JSON arrays of objects, one object a line, with the names of the columns. The column tables are the
/// only place that names things, so CSV and JSON cannot differ; that is why no serializer is used here.
/// </summary>
internal static class JsonTables
{
    // names of economies are printed as they are, not as \u escapes
    private static readonly JsonWriterOptions s_indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonWriterOptions s_compact = s_indented with { Indented = false };

    /// <summary>Writes one indented document and a line feed.</summary>
    public static void WriteDocument(Stream output, Action<Utf8JsonWriter> content)
    {
        using (var writer = new Utf8JsonWriter(output, s_indented))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    /// <summary>The bytes of one object without line feeds.</summary>
    public static byte[] Bytes(Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, s_compact))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>Writes a table as property <paramref name="name"/>: names of the columns once, then one array a row.
    /// </summary>
    public static void WriteColumns(this Utf8JsonWriter writer, string name, ReportTable table)
    {
        writer.WriteStartObject(name);
        writer.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            writer.WriteStringValue(column.Name);
        }
        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        foreach (var cells in table.Rows)
        {
            writer.WriteStartArray();
            for (var column = 0; column < cells.Length; column++)
            {
                WriteCell(writer, cells[column], table.Columns[column].Format);
            }
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes a table as property <paramref name="name"/>.</summary>
    public static void WriteTable(this Utf8JsonWriter writer, string name, ReportTable table)
    {
        var names = table.Columns.Select(column => JsonEncodedText.Encode(column.Name)).ToImmutableArray();
        var line = new MemoryStream();
        using var row = new Utf8JsonWriter(line, s_compact);
        writer.WriteStartArray(name);
        foreach (var cells in table.Rows)
        {
            line.SetLength(0);
            row.Reset();
            row.WriteStartObject();
            for (var column = 0; column < cells.Length; column++)
            {
                row.WritePropertyName(names[column]);
                WriteCell(row, cells[column], table.Columns[column].Format);
            }
            row.WriteEndObject();
            row.Flush();
            writer.WriteRawValue(line.GetBuffer().AsSpan(0, (int)line.Length), skipInputValidation: true);
        }
        writer.WriteEndArray();
    }

    /// <summary>Writes a number, or null where it is not finite.</summary>
    public static void WriteFinite(this Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteCell(Utf8JsonWriter writer, ReportCell cell, ColumnFormat format)
    {
        if (cell.Text is not null)
        {
            writer.WriteStringValue(cell.Text);
        }
        else if (cell.IsEmpty)
        {
            writer.WriteNullValue();
        }
        else if (format == ColumnFormat.Flag)
        {
            writer.WriteBooleanValue(cell.Number != 0);
        }
        else
        {
            writer.WriteNumberValue(cell.Number + 0.0);
        }
    }
}
