using System.Collections.Immutable;
using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>How a scenario is run; what is null or empty stays as the scenario says.</summary>
public sealed record RunOptions
{
    /// <summary>Name or folder of the baseline; null for the scenario's own.</summary>
    public string? Baseline { get; init; }

    /// <summary>Model variants to solve, one result each in this order; empty for the scenario's own.</summary>
    public ImmutableArray<ModelVariant> Models { get; init; } = [];

    /// <summary>What happens to deficits; null for the scenario's own.</summary>
    public Closure? Closure { get; init; }

    /// <summary>Name of the elasticity set; null for the scenario's own.</summary>
    public string? Elasticities { get; init; }

    /// <summary>Changes of the form <c>path=value</c>, such as <c>tariffs.to=5%</c>, applied before checking.</summary>
    public ImmutableArray<string> Overrides { get; init; } = [];

    /// <summary>Tolerance, iteration limit and threads of the solver.</summary>
    public SolveOptions Solve { get; init; } = new();

    /// <summary>The transport network that levers change; null for the one that ships.</summary>
    public TransportModel? Transport { get; init; }

    /// <summary>What runs on the same baseline share; null prepares everything anew. No result depends on it.</summary>
    public PreparedWorld? Prepared { get; init; }

    /// <summary>
    /// Where earlier solves ended, near which this one starts; only speed depends on it, and the last digits within the
    /// tolerance. Null starts at the world before and keeps no trail; who will ask again begins with
    /// <see cref="SolveTrail.Empty"/>. Solves of another model are not used.
    /// </summary>
    public SolveTrail? Trail { get; init; }

    /// <summary>Whether the result is split up by action, which takes many solves. Default false.</summary>
    public bool Decompose { get; init; }

    /// <summary>
    /// Whether the yearly cost of infrastructure is left out, so that results are gains before cost. Default false.
    /// </summary>
    public bool WithoutCosts { get; init; }

    /// <summary>Is told how far a long run has come; null for nobody.</summary>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>Clock for <see cref="RunTimings"/>; it touches nothing else.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
