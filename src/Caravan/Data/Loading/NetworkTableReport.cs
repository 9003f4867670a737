namespace Caravan.Data.Loading;

/// <summary>Size of a table of the transport network and how far its facts were checked.</summary>
/// <param name="Table">The table, without <c>.csv</c>.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Yes">Rows whose figure is from the publication named.</param>
/// <param name="Rule">Rows computed by a written rule.</param>
/// <param name="No">Rows from general knowledge, not checked.</param>
public sealed record NetworkTableReport(string Table, int Rows, int Yes, int Rule, int No);
