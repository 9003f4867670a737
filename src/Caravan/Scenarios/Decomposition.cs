using System.Collections.Immutable;
using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>The change in each economy's real income by action.</summary>
public sealed record Decomposition
{
    /// <summary>The largest number of actions whose every combination is solved.</summary>
    public const int MaxShapleyActions = 10;

    /// <summary>How the solves ended; unless all converged there are no rows.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>How many packages were solved.</summary>
    public required int Solves { get; init; }

    /// <summary>One row an economy and action, economies in the baseline's order, actions in the scenario's.</summary>
    public required ImmutableArray<DecompositionRow> Rows { get; init; }
}
