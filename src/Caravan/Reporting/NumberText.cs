using System.Collections.Immutable;
using System.Globalization;

namespace Caravan.Reporting;

/// <summary>How numbers are written for people: few digits, thousands separators in money, never <c>-0.00</c>.
/// </summary>
public static class NumberText
{
    // what is this small is rounding of the solver, whose tolerance is 1e-10, and must not fill a table with digits
    private const double Noise = 1e-7;

    /// <summary>
    /// Text of each cell of each row. Columns of one format have the same digits after the point: as many as the
    /// largest value of the first of them needs, which is the one a table is about.
    /// </summary>
    public static ImmutableArray<ImmutableArray<string>> Rows(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = table.Rows.ToImmutableArray();
        var decimals = new Dictionary<ColumnFormat, int>();
        for (var column = 0; column < table.Columns.Length; column++)
        {
            var format = table.Columns[column].Format;
            if (!decimals.ContainsKey(format))
            {
                var sizes = rows.Select(row => Math.Abs(row[column].Number)).Where(size => size > Noise)
                    .DefaultIfEmpty(0).ToArray();
                decimals.Add(format, Decimals(format, sizes.Max(), sizes.Min()));
            }
        }
        return [.. rows.Select(row => row.Select((cell, column) =>
            Cell(cell, table.Columns[column], Digits(table.Columns[column], decimals))).ToImmutableArray())];
    }

    /// <summary>Text of one cell with the given digits after the point; empty for an empty cell.</summary>
    public static string Cell(ReportCell cell, ReportColumn column, int decimals)
    {
        if (cell.Text is not null)
        {
            return cell.Text;
        }
        if (cell.IsEmpty)
        {
            return "";
        }
        return column.Format switch
        {
            ColumnFormat.Flag => cell.Number != 0 ? "yes" : "",
            ColumnFormat.Number when decimals < 0 => General(cell.Number),
            _ when column.HasSign => Change(cell.Number, decimals),
            _ => Level(cell.Number, decimals),
        };
    }

    /// <summary>A number with thousands separators and fixed digits after the point; never a negative zero.</summary>
    public static string Level(double value, int decimals)
    {
        var text = value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text[0] == '-' && text.AsSpan(1).IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
    }

    /// <summary>As <see cref="Level"/>, with a plus sign before what rounds to more than zero.</summary>
    public static string Change(double value, int decimals)
    {
        var text = Level(value, decimals);
        return text[0] != '-' && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? "+" + text : text;
    }

    /// <summary>A number of any size with so many significant digits; two below 1e-4.</summary>
    public static string General(double value, int digits = 6) =>
        value != 0 && Math.Abs(value) < 1e-4
            ? value.ToString("0.0e-0", CultureInfo.InvariantCulture)
            : value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static int Digits(ReportColumn column, Dictionary<ColumnFormat, int> decimals) =>
        column.Decimals >= 0 ? column.Decimals : decimals[column.Format];

    // Three significant digits of the largest value and one of the smallest, within what the eye accepts in a table.
    internal static int Decimals(ColumnFormat format, double largest, double smallest)
    {
        var (fewest, most) = format switch
        {
            ColumnFormat.PercentChange => (2, 4),
            ColumnFormat.PercentShare => (0, 1),
            ColumnFormat.Money or ColumnFormat.MoneyChange => (0, 2),
            ColumnFormat.Number => (-1, -1),
            _ => (0, 0),
        };
        if (largest <= Noise)
        {
            return fewest;
        }
        // money needs no digits beside thousands; a percentage that reads 0.00 would hide who gains or loses
        var forSmallest = format == ColumnFormat.PercentChange
            ? -Exponent(smallest > Noise ? smallest : largest)
            : fewest;
        return Math.Clamp(Math.Max(2 - Exponent(largest), forSmallest), fewest, most);
    }

    private static int Exponent(double value) => (int)Math.Floor(Math.Log10(value));
}
