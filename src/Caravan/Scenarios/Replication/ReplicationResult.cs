using System.Collections.Immutable;

namespace Caravan.Scenarios.Replication;

/// <summary>A publication or closed form, number by number, beside what Caravan computes.</summary>
public sealed record ReplicationResult
{
    /// <summary>Word that selects the replication.</summary>
    public required string Name { get; init; }

    /// <summary>What is replicated, with its citation.</summary>
    public required string Title { get; init; }

    /// <summary>How the numbers are made comparable.</summary>
    public required string Note { get; init; }

    /// <summary>The numbers.</summary>
    public required ImmutableArray<ReplicationRow> Rows { get; init; }

    /// <summary>True where every row agrees.</summary>
    public bool Pass => Rows.Length > 0 && Rows.All(row => row.Pass);
}
