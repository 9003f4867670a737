using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>Factors on what a border crossing takes.</summary>
/// <param name="Crossing">The crossing by id.</param>
/// <param name="Hours">New over old hours, zero or more.</param>
/// <param name="Usd">New over old dollars, zero or more.</param>
public sealed record CrossingFactor(string Crossing, double Hours, double Usd)
{
    /// <summary>The land mode whose hours and dollars change; null for both.</summary>
    public TransportMode? Mode { get; init; }
}
