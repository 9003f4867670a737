using System.Globalization;

namespace Caravan.Scenarios.Parsing;

/// <summary>Reads the number in a lever's field: percentages, fractions, points and days, with their range.</summary>
internal static class SizeParser
{
    /// <summary>The value as a fraction or in days; null after an issue.</summary>
    public static double? Parse(FileText text, LeverField field, IssueList issues)
    {
        var written = text.Text.Trim();
        var value = field.Kind == LeverFieldKind.Days
            ? ParseDays(written)
            : ParsePercent(written, field.Kind == LeverFieldKind.Points) ?? ParseFraction(text, field, issues);
        if (value is null)
        {
            issues.Add(text, $"{field.Name} is {Quote(written)}, which is not {Expected(field)}",
                $"write {Example(field)}");
            return null;
        }
        if (double.IsNaN(value.Value))
        {
            return null;
        }
        if (value < field.Minimum || value > field.Maximum)
        {
            issues.Add(text, $"{field.Name} is {written}; allowed is {Show(field, field.Minimum)} to "
                + Show(field, field.Maximum));
            return null;
        }
        // minus zero would print as -0
        return value == 0 ? 0 : value;
    }

    /// <summary>A value written so that <see cref="Parse"/> reads exactly the same number.</summary>
    public static string Format(double value, LeverFieldKind kind)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        if (kind == LeverFieldKind.Days || Math.Abs(value) < 1)
        {
            return text;
        }
        return Plain(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) * 100) + "%";
    }

    /// <summary>A bound or default for a reader: <c>-50%</c>, <c>20 days</c>.</summary>
    public static string Show(LeverField field, double value) => field.Kind == LeverFieldKind.Days
        ? FormattableString.Invariant($"{value:0.###} days")
        : FormattableString.Invariant($"{value * 100:0.###}{(field.Kind == LeverFieldKind.Points ? "pp" : "%")}");

    // Divides in decimal so that 5% and 0.05 are the same number to the last bit.
    private static double? ParsePercent(string text, bool points)
    {
        var number = text.EndsWith('%') ? text[..^1]
            : points && text.EndsWith("pp", StringComparison.OrdinalIgnoreCase) ? text[..^2]
            : null;
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint
            | NumberStyles.AllowTrailingWhite;
        return number is not null && decimal.TryParse(number, Styles, CultureInfo.InvariantCulture, out var percent)
            ? double.Parse((percent / 100).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : null;
    }

    // Plain numbers of one or more could mean per cent as well as a multiple: an error, told by NaN.
    private static double? ParseFraction(FileText text, LeverField field, IssueList issues)
    {
        var written = text.Text.Trim();
        if (!TryNumber(written, out var value))
        {
            return null;
        }
        if (Math.Abs(value) < 1)
        {
            return value;
        }
        if (decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            var multipleIsAllowed = value >= field.Minimum && value <= field.Maximum;
            issues.Add(text, $"{field.Name}: {written} is ambiguous", Math.Abs(number) >= 100 ? $"write {written}%"
                : multipleIsAllowed ? $"write {written}% or {Plain(number / 100)}, or {Plain(number * 100)}% where that is meant"
                : $"write {written}% or {Plain(number / 100)}");
        }
        else
        {
            issues.Add(text, $"{field.Name} is {written}, which is too large a number");
        }
        return double.NaN;
    }

    private static string Plain(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static double? ParseDays(string text)
    {
        var number = text.EndsWith("days", StringComparison.OrdinalIgnoreCase) ? text[..^4]
            : text.EndsWith("day", StringComparison.OrdinalIgnoreCase) ? text[..^3]
            : text;
        return TryNumber(number.Trim(), out var days) ? days : null;
    }

    private static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static string Quote(string text) => text.Length == 0 ? "empty" : $"'{Shorten(text)}'";

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..37] + "...";

    private static string Expected(LeverField field) => field.Kind switch
    {
        LeverFieldKind.Days => "a number of days",
        LeverFieldKind.Points => "a number of percentage points",
        _ => "a percentage or a fraction",
    };

    private static string Example(LeverField field) => field.Kind switch
    {
        LeverFieldKind.Days => "-2 days",
        LeverFieldKind.Points => "-3pp",
        LeverFieldKind.Change => "-10% or -0.1",
        _ => "5% or 0.05",
    };
}
