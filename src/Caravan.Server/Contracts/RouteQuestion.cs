namespace Caravan.Server.Contracts;

/// <summary>A question for a way from door to door, in the network as it is or as a scenario makes it.</summary>
internal sealed record RouteQuestion : ScenarioRequest
{
    /// <summary>City, port or junction, by name or id.</summary>
    public string? From { get; init; }

    /// <summary>Another.</summary>
    public string? To { get; init; }

    /// <summary>Main mode: <c>rail</c>, <c>road</c> or <c>sea</c>; all together where left out.</summary>
    public string? Mode { get; init; }

    /// <summary>Passages, crossings, places, or economies by code, not to pass.</summary>
    public string[]? Avoid { get; init; }

    /// <summary>What a day on the way is worth, dollars per TEU, 0 to 5,000; 100 where left out.</summary>
    public double? DayValue { get; init; }

    /// <summary>Whether the shares of the modes are wanted too.</summary>
    public bool Shares { get; init; }
}
