using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>The answer to one scenario under one model variant.</summary>
public sealed record RunResult
{
    /// <summary>How the solve ended; unless it converged the rows are empty.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>Sweeps over all equations.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest relative violation over all equation groups, recomputed from the solution.</summary>
    public required double Residual { get; init; }

    /// <summary>Scenario as resolved: with defaults and overrides applied.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>SHA-256 of the resolved scenario's text, hexadecimal.</summary>
    public required string ScenarioHash { get; init; }

    /// <summary>Name of the baseline.</summary>
    public required string BaselineName { get; init; }

    /// <summary>SHA-256 of the baseline's content, hexadecimal.</summary>
    public required string BaselineHash { get; init; }

    /// <summary>The world before, with what rows leave out, such as names of sectors; null where a result was not made
    /// by a run.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Model variant solved.</summary>
    public required ModelVariant Model { get; init; }

    /// <summary>What happened to deficits.</summary>
    public required Closure Closure { get; init; }

    /// <summary>Name of the elasticity set.</summary>
    public required string Elasticities { get; init; }

    /// <summary>One row an economy, in the baseline's order.</summary>
    public required ImmutableArray<EconomyResult> Economies { get; init; }

    /// <summary>Members and others, landlocked and coastal, income groups, regions, the world; where they exist.
    /// </summary>
    public required ImmutableArray<GroupResult> Groups { get; init; }

    /// <summary>How far economies stand apart, one row for each way of grouping them.</summary>
    public required ImmutableArray<InequalityResult> Inequality { get; init; }

    /// <summary>One row an economy and sector.</summary>
    public required ImmutableArray<SectorResult> Sectors { get; init; }

    /// <summary>Flows with a value before or after, [sector, origin, destination] order; own sales included.</summary>
    public required IEnumerable<FlowResult> Flows { get; init; }

    /// <summary>What a solve of a similar scenario may start from; null unless a trail was asked for and the
    /// result converged.</summary>
    public SolveTrail? Trail { get; init; }

    /// <summary>What happens to journeys; null where no action is about the transport network.</summary>
    public TransportResult? Transport { get; init; }

    /// <summary>The result by action; null unless it was asked for.</summary>
    public Decomposition? Decomposition { get; init; }

    /// <summary>Share of world trade between economies that stands in estimated cells, per cent.</summary>
    public required double EstimatedTradePct { get; init; }

    /// <summary>Milliseconds spent in load, compile, solve; for <c>run.json</c> only.</summary>
    public required RunTimings Timings { get; init; }
}
