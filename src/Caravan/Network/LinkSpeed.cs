namespace Caravan.Network;

/// <summary>A factor on the speed of the links between two ends.</summary>
/// <param name="Link">Which links.</param>
/// <param name="Factor">New over old speed, positive.</param>
public sealed record LinkSpeed(LinkEnds Link, double Factor);
