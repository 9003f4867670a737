using System.Collections.Immutable;

namespace Caravan.Data.Loading;

/// <summary>A column of a table of a baseline folder or of the transport network: one line of the column table.
/// </summary>
/// <param name="Name">Name in the header line.</param>
/// <param name="Type">Frictionless type: <c>string</c>, <c>number</c>, <c>integer</c> or <c>boolean</c>; in network
/// tables also <c>list</c>, words with semicolons between them.</param>
/// <param name="Unit">Unit, or empty.</param>
/// <param name="Default">What an absent column or an empty cell means; null where the column is required.</param>
/// <param name="Meaning">One line for a reader.</param>
/// <param name="Refers">Table whose first column lists the valid labels, or empty.</param>
/// <param name="Alias">Another name under which files may have the column, or empty.</param>
internal sealed record Column(
    string Name, string Type, string Unit, string? Default, string Meaning, string Refers = "", string Alias = "")
{
    public bool Required => Default is null;

    /// <summary>Least number allowed.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest number allowed.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>The words allowed; empty where any text is.</summary>
    public ImmutableArray<string> Words { get; init; } = [];
}
