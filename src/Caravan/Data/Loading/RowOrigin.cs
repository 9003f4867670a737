namespace Caravan.Data.Loading;

/// <summary>Where a row stands.</summary>
/// <param name="File">The file as messages name it.</param>
/// <param name="Line">Line, counted from 1.</param>
internal sealed record RowOrigin(string File, int Line);
