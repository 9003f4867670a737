namespace Caravan.Reporting;

/// <summary>A column of a table: how files call it, how people read it and what it means.</summary>
/// <param name="Name">Name in files, lower case with underscores; percent columns end in <c>_pct</c>, million dollars
/// in <c>_musd</c>.</param>
/// <param name="Heading">Heading for people, without the unit.</param>
/// <param name="Format">What the column holds.</param>
/// <param name="Meaning">Definition in one sentence, with the measure and what it is relative to.</param>
public sealed record ReportColumn(string Name, string Heading, ColumnFormat Format, string Meaning = "")
{
    /// <summary>Digits after the point for people; -1 chooses them from the values.</summary>
    public int Decimals { get; init; } = -1;

    /// <summary>True where people read a plus sign before what is above zero.</summary>
    public bool HasSign { get; init; } = Format is ColumnFormat.PercentChange or ColumnFormat.MoneyChange;

    /// <summary>Unit in one word or sign; empty for words, flags, counts and plain numbers.</summary>
    public string Unit => Format switch
    {
        ColumnFormat.PercentChange or ColumnFormat.PercentShare => "%",
        ColumnFormat.Money or ColumnFormat.MoneyChange => "musd",
        _ => "",
    };

    /// <summary>True for columns aligned to the right.</summary>
    public bool IsNumeric => Format is not (ColumnFormat.Text or ColumnFormat.Flag);
}
