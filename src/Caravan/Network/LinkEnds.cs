using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>A link named by its ends.</summary>
/// <param name="From">One end.</param>
/// <param name="To">The other end.</param>
/// <param name="Mode">The mode, or null for every mode.</param>
public sealed record LinkEnds(string From, string To, TransportMode? Mode);
