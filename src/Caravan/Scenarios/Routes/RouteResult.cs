using System.Collections.Immutable;

namespace Caravan.Scenarios.Routes;

/// <summary>The way with the least sum of money and valued time between two places, and the ways beside it.</summary>
public sealed class RouteResult
{
    /// <summary>True where a way exists.</summary>
    public bool HasWay => CutOff.Length == 0;

    /// <summary>What is cut off from what, in a sentence; empty where a way exists.</summary>
    public required string CutOff { get; init; }

    /// <summary>The question.</summary>
    public required RouteRequest Request { get; init; }

    /// <summary>Where it begins.</summary>
    public required RouteStop From { get; init; }

    /// <summary>Where it ends.</summary>
    public required RouteStop To { get; init; }

    /// <summary>Length; zero where there is no way.</summary>
    public double Km { get; init; }

    /// <summary>Days door to door; zero where there is no way.</summary>
    public double Days { get; init; }

    /// <summary>Dollars per TEU; zero where there is no way.</summary>
    public double UsdPerTeu { get; init; }

    /// <summary>The legs in order; empty where there is no way.</summary>
    public ImmutableArray<RouteLeg> Legs { get; init; } = [];

    /// <summary>The answer in the network as it is; null where the question is about that network, or where it has no
    /// way.</summary>
    public RouteOption? WithoutScenario { get; init; }

    /// <summary>The best way by each main mode that has one, cheapest first.</summary>
    public ImmutableArray<RouteOption> Options { get; init; } = [];
}
