using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>Door-to-door time and money between cities.</summary>
public sealed class TravelMatrix
{
    /// <summary>The cities, rows and columns alike.</summary>
    public required ImmutableArray<Place> Cities { get; init; }

    /// <summary>Days from one city to another; positive infinity where there is no way.</summary>
    public double Days(int from, int to) => throw new NotImplementedException();

    /// <summary>Dollars per TEU from one city to another; positive infinity where there is no way.</summary>
    public double UsdPerTeu(int from, int to) => throw new NotImplementedException();
}
