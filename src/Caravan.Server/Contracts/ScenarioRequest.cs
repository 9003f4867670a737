using System.Text.Json;

namespace Caravan.Server.Contracts;

/// <summary>A scenario, in one of two forms.</summary>
internal record ScenarioRequest
{
    /// <summary>The scenario as JSON, with the keys of the YAML form.</summary>
    public JsonElement? Scenario { get; init; }

    /// <summary>The scenario as YAML text; instead of `scenario`.</summary>
    public string? Yaml { get; init; }
}
