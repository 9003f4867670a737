using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>A factor on the dollars per kilometre of a mode.</summary>
/// <param name="Mode">The mode.</param>
/// <param name="Economies">ISO codes of the economies where it holds; empty for everywhere, the sea included.</param>
/// <param name="Factor">New over old, positive.</param>
public sealed record RateFactor(TransportMode Mode, ImmutableArray<string> Economies, double Factor);
