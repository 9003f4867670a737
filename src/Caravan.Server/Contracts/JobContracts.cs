using System.Text.Json;

namespace Caravan.Server.Contracts;

/// <summary>Long work to start.</summary>
internal sealed record JobRequest : AnalysisRequest
{
    /// <summary>What to do: `decompose`, `build`, `share` or `discuss`.</summary>
    public string? Kind { get; init; }
}

/// <summary>How long work stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What is done.</param>
/// <param name="State"><c>queued</c>, <c>running</c>, <c>done</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all; 0 while not known.</param>
/// <param name="StatusUrl">Path of this answer.</param>
/// <param name="EventsUrl">Path of its events.</param>
/// <param name="Problem">Why it failed; else null.</param>
/// <param name="Result">What came out; null until done.</param>
internal sealed record JobAnswer(
    string Id, string Kind, string State, int Done, int Total, string StatusUrl, string EventsUrl, string? Problem,
    JsonElement? Result);
