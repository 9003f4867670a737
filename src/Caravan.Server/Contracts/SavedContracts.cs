namespace Caravan.Server.Contracts;

/// <summary>A scenario to solve and keep.</summary>
internal sealed record SaveRequest : ScenarioRequest
{
    /// <summary>A title of up to 200 signs; the scenario's name where left out.</summary>
    public string? Title { get; init; }

    /// <summary>Model variant; the scenario's own where left out.</summary>
    public string? Model { get; init; }

    /// <summary>What happens to deficits; the scenario's own where left out.</summary>
    public string? Closure { get; init; }

    /// <summary>Flows to keep with the result, as for a solve; none where left out.</summary>
    public FlowFilter? Flows { get; init; }

    /// <summary>Ids of finished jobs on the same scenario, at most one of each kind, whose answers are kept with the
    /// result; none where left out.</summary>
    public string?[]? Jobs { get; init; }
}

/// <summary>Where something saved is found.</summary>
/// <param name="Id">Hash of its content: the same content has the same id.</param>
/// <param name="Url">Path of it.</param>
internal sealed record SavedAnswer(string Id, string Url);
