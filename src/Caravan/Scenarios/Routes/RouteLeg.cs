using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Scenarios.Routes;

/// <summary>A leg of a route: all stretches by one mode between two stops, or what happens at a stop.</summary>
/// <param name="Step">What happens.</param>
/// <param name="Mode">How goods move; after a change or loading, how they go on.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends; the same as <paramref name="From"/> at a stop.</param>
/// <param name="Km">Length.</param>
/// <param name="Days">Days.</param>
/// <param name="UsdPerTeu">Dollars per TEU.</param>
public sealed record RouteLeg(
    RouteStep Step, TransportMode Mode, RouteStop From, RouteStop To, double Km, double Days, double UsdPerTeu)
{
    /// <summary>Millimetres between the rails at the beginning; zero off the rails.</summary>
    public int GaugeFromMm { get; init; }

    /// <summary>Millimetres between the rails at the end; zero off the rails.</summary>
    public int GaugeToMm { get; init; }

    /// <summary>Mode before a change; the same as <see cref="Mode"/> otherwise.</summary>
    public TransportMode ModeBefore { get; init; } = Mode;

    /// <summary>Places passed on land, in order, ends not included.</summary>
    public ImmutableArray<RouteStop> Via { get; init; } = [];

    /// <summary>Sea passages, in order.</summary>
    public ImmutableArray<SeaPassage> Passages { get; init; } = [];

    /// <summary>True where the rails change gauge.</summary>
    public bool ChangesGauge => GaugeFromMm > 0 && GaugeToMm > 0 && GaugeFromMm != GaugeToMm;
}
