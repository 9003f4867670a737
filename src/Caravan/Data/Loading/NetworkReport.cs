using System.Collections.Immutable;

namespace Caravan.Data.Loading;

/// <summary>What a check of the tables of the transport network found.</summary>
/// <param name="Errors">What makes the network unusable or wrong, with file and line.</param>
/// <param name="Warnings">What is unusual and may be right.</param>
/// <param name="Tables">How many rows each table has and how far they were checked.</param>
public sealed record NetworkReport(
    ImmutableArray<InputIssue> Errors, ImmutableArray<InputIssue> Warnings, ImmutableArray<NetworkTableReport> Tables)
{
    /// <summary>
    /// Economies whose roads fall into several parts, such as islands, as <c>CODE parts</c>: every part has a port, a
    /// ferry or a way round through a neighbour, else it is an error.
    /// </summary>
    public ImmutableArray<string> DividedRoads { get; init; } = [];

    /// <summary>
    /// ISO codes of economies with places or crossings that the baseline does not hold: ways lead through them.
    /// </summary>
    public ImmutableArray<string> BeyondBaseline { get; init; } = [];

    /// <summary>
    /// Completed projects without links or effects of their own: what they changed is in the figures of the base year
    /// and cannot be taken away.
    /// </summary>
    public ImmutableArray<string> BuiltIn { get; init; } = [];
}
