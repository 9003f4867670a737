using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>One stretch of a journey.</summary>
/// <param name="Kind">What happens on it.</param>
/// <param name="Mode">How goods move; the mode reached for a transfer.</param>
/// <param name="From">Id of the place or crossing where it begins.</param>
/// <param name="To">Id of the place or crossing where it ends; the same as <paramref name="From"/> for handling.</param>
/// <param name="Km">Length.</param>
/// <param name="Days">Days.</param>
/// <param name="UsdPerTeu">Dollars per TEU.</param>
/// <param name="Passage">Sea passage that the stretch leads through; empty for others.</param>
public sealed record JourneyLeg(
    LegKind Kind, TransportMode Mode, string From, string To, double Km, double Days, double UsdPerTeu, string Passage)
{
    /// <summary>Millimetres between the rails where it begins; zero off the rails.</summary>
    public int GaugeFromMm { get; init; }

    /// <summary>Millimetres between the rails where it ends; zero off the rails.</summary>
    public int GaugeToMm { get; init; }
}
