namespace Caravan.Server.Contracts;

/// <summary>A scenario to solve.</summary>
internal sealed record SolveRequest : ScenarioRequest
{
    /// <summary>Model variant: <c>input-output</c>, <c>multi-sector</c> or <c>one-sector</c>; the scenario's own where
    /// left out.</summary>
    public string? Model { get; init; }

    /// <summary>What happens to deficits: <c>fixed</c> or <c>zero</c>; the scenario's own where left out.</summary>
    public string? Closure { get; init; }

    /// <summary>Set of elasticities; the scenario's own where left out.</summary>
    public string? Elasticities { get; init; }

    /// <summary>Arrays wanted: <c>groups, inequality, economies, sectors, transport, links, decomposition, flows</c>; all
    /// but flows where left out.</summary>
    public string[]? Fields { get; init; }

    /// <summary>How rows are written: <c>objects</c>, also where left out, or <c>arrays</c> under the names of their columns,
    /// which stand once: <c>{columns, rows}</c>, half as long.</summary>
    public string? Rows { get; init; }

    /// <summary>Which flows are wanted; all where left out, which are too many unless summed up or filtered.</summary>
    public FlowFilter? Flows { get; init; }

    /// <summary>The token of an earlier answer. A hint: a lost one costs only time.</summary>
    public string? WarmStart { get; init; }

    /// <summary>Whether the result is split up by action; for more than a few actions start a job.</summary>
    public bool Decompose { get; init; }
}
