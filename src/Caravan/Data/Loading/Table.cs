using System.Collections.Immutable;

namespace Caravan.Data.Loading;

/// <summary>A table of a baseline folder: one CSV file.</summary>
/// <param name="Name">Resource name; the file is this with <c>.csv</c> unless the descriptor names another.</param>
/// <param name="Title">One line for a reader.</param>
/// <param name="Optional">True where the file may be missing.</param>
/// <param name="Key">Columns that together name a row; no two rows may agree in them.</param>
/// <param name="Columns">The columns in the order in which they are written.</param>
internal sealed record Table(
    string Name, string Title, bool Optional, ImmutableArray<string> Key, ImmutableArray<Column> Columns)
{
    public string FileName => Name + ".csv";
}
