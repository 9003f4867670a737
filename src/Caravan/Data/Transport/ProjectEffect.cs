namespace Caravan.Data.Transport;

/// <summary>One thing that a project does to the network.</summary>
/// <param name="Kind"><c>build</c> a link, <c>upgrade</c> a link's speed, set the hours of a <c>border</c> or a
/// <c>port</c>, or those that a completed project found: <c>border-before</c>, <c>port-before</c>.</param>
/// <param name="Mode">How goods move on it.</param>
/// <param name="From">Place, crossing or port.</param>
/// <param name="To">Other end of a link; empty for a border or port.</param>
/// <param name="Km">Length of a new link; zero otherwise.</param>
/// <param name="SpeedKmh">New speed; zero where the default of the mode applies.</param>
/// <param name="GaugeMm">Gauge of a new rail link.</param>
/// <param name="Hours">Hours at a border or port.</param>
/// <param name="UsdPerTeu">Dollars at a border or port; null where unchanged.</param>
public sealed record ProjectEffect(
    string Kind, TransportMode Mode, string From, string To, double Km, double SpeedKmh, int GaugeMm, double Hours,
    double? UsdPerTeu);
