namespace Caravan.Data.Building;

/// <summary>An edge between two points of a <see cref="SeaGraph"/>, with the passage it crosses or
/// <see cref="SeaPassages.None"/>.</summary>
internal readonly record struct SeaEdge(int From, int To, double Km, int Passage)
{
    /// <summary>The end that is not <paramref name="node"/>.</summary>
    public int Other(int node) => node == From ? To : From;
}
