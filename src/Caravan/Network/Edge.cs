using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>A stretch between two nodes of the layered graph, usable both ways.</summary>
/// <param name="A">One node.</param>
/// <param name="B">The other node.</param>
/// <param name="Cost">What it takes.</param>
/// <param name="Kind">What happens on it.</param>
/// <param name="Mode">How goods move; the mode reached or left for a transfer.</param>
/// <param name="Km">Length.</param>
/// <param name="Passage">Sea passage it leads through; empty for others.</param>
internal readonly record struct Edge(
    int A, int B, Cost Cost, LegKind Kind, TransportMode Mode, double Km, string Passage);
