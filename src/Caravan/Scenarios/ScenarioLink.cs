using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Scenarios;

/// <summary>A line of the network that an action builds, changes or closes.</summary>
/// <param name="Mode">How goods move on it.</param>
/// <param name="Nodes">Ids of places and crossings along it, both ends included.</param>
public sealed record ScenarioLink(TransportMode Mode, ImmutableArray<string> Nodes)
{
    /// <summary>Length of a new line; zero for one that is there.</summary>
    public double Km { get; init; }

    /// <summary>Gauge of a new railway in millimetres; zero for others.</summary>
    public int GaugeMm { get; init; }

    /// <summary>Speed on a new line; zero for the usual one of its mode, and for a line that is there.</summary>
    public double SpeedKmh { get; init; }
}
