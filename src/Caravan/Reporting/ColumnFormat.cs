namespace Caravan.Reporting;

/// <summary>What a column holds, and so how people read it; files always carry the full value.</summary>
public enum ColumnFormat
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>True or false; people read <c>yes</c> or nothing.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A change in per cent, with its sign.</summary>
    PercentChange,

    /// <summary>A share in per cent, without a sign.</summary>
    PercentShare,

    /// <summary>A level in million dollars.</summary>
    Money,

    /// <summary>A change in million dollars, with its sign.</summary>
    MoneyChange,

    /// <summary>A number of any size, six significant digits for people.</summary>
    Number,
}
