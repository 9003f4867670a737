namespace Caravan.Reporting;

/// <summary>One value of a table: words, or a number; flags are 1 and 0. The default value is an empty cell.</summary>
public readonly record struct ReportCell
{
    private readonly double _number;
    private readonly bool _filled;

    private ReportCell(string? text, double number, bool filled) => (Text, _number, _filled) = (text, number, filled);

    /// <summary>The words, or null for a number or an empty cell.</summary>
    public string? Text { get; }

    /// <summary>The number; NaN for words and for an empty cell.</summary>
    public double Number => _filled && Text is null ? _number : double.NaN;

    /// <summary>True where there is nothing to show: neither words nor a finite number.</summary>
    public bool IsEmpty => Text is null && !double.IsFinite(Number);

    /// <summary>A cell of words.</summary>
    public static implicit operator ReportCell(string text) => new(text, 0, true);

    /// <summary>A cell with a number; one that is not finite counts as empty.</summary>
    public static implicit operator ReportCell(double number) => new(null, number, true);

    /// <summary>A cell with a flag.</summary>
    public static implicit operator ReportCell(bool flag) => new(null, flag ? 1 : 0, true);
}
