namespace Caravan.Scenarios;

/// <summary>A cooperation package after validation: every name resolved, every size a fraction.</summary>
public sealed record Scenario
{
    /// <summary>The scenario's name.</summary>
    public required string Name { get; init; }
}
