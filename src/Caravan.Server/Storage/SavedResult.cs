namespace Caravan.Server.Storage;

/// <summary>A scenario and its result as they were seen.</summary>
internal sealed class SavedResult
{
    /// <summary>Hash of everything below but the time.</summary>
    public string Id { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>The scenario as resolved, in YAML.</summary>
    public string Scenario { get; init; } = "";

    /// <summary>The result's JSON, compressed.</summary>
    public byte[] Result { get; init; } = [];

    /// <summary>Answers of jobs by their kind as one JSON object, compressed; null where there are none.</summary>
    public byte[]? Answers { get; init; }

    /// <summary>Version of the program.</summary>
    public string Version { get; init; } = "";

    public string Baseline { get; init; } = "";

    public string BaselineHash { get; init; } = "";

    /// <summary>Milliseconds since 1970.</summary>
    public long CreatedAt { get; init; }
}
