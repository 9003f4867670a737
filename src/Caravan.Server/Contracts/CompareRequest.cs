namespace Caravan.Server.Contracts;

/// <summary>Scenarios to put side by side.</summary>
internal sealed record CompareRequest
{
    /// <summary>Two to twelve.</summary>
    public CompareItem[]? Items { get; init; }

    /// <summary>Columns of the economies to compare; <c>real_income_pct</c> where left out.</summary>
    public string[]? Measures { get; init; }
}

/// <summary>One side of a comparison.</summary>
internal sealed record CompareItem : ScenarioRequest
{
    /// <summary>Names the side: letters, digits, spaces and dashes.</summary>
    public string? Label { get; init; }

    /// <summary>Model variant; the scenario's own where left out.</summary>
    public string? Model { get; init; }

    /// <summary>What happens to deficits; the scenario's own where left out.</summary>
    public string? Closure { get; init; }
}
