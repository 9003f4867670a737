using System.Collections.Immutable;

namespace Caravan.Scenarios.Sharing;

/// <summary>Who pays for a project when each pays in proportion to what a rule gives it of the project's gain.</summary>
public sealed record ProjectShares
{
    /// <summary>Id of the action.</summary>
    public required string Action { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it costs, million dollars once; null where no cost is known.</summary>
    public double? CostMusd { get; init; }

    /// <summary>Where the cost comes from, in a few words; empty where none is known.</summary>
    public string CostSource { get; init; } = "";

    /// <summary>What members gain by it in the whole package: the gain with it less without it, one a member.</summary>
    public required ImmutableArray<double> GainsMusd { get; init; }

    /// <summary>Shares by rule.</summary>
    public required ImmutableArray<CostShare> Shares { get; init; }
}
