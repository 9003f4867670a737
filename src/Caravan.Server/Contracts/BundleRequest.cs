namespace Caravan.Server.Contracts;

/// <summary>A scenario whose result is wanted as files.</summary>
internal sealed record BundleRequest : ScenarioRequest
{
    /// <summary>Name of the archive without ending: letters, digits, dots, dashes; made of the scenario's where left
    /// out.</summary>
    public string? Name { get; init; }

    /// <summary>Name of the one file that is wanted, such as <c>report.html</c>; all as an archive where left out.
    /// </summary>
    public string? File { get; init; }

    /// <summary>Model variant; the scenario's own where left out.</summary>
    public string? Model { get; init; }

    /// <summary>What happens to deficits; the scenario's own where left out.</summary>
    public string? Closure { get; init; }
}
