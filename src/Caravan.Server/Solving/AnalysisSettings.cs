using Caravan.Scenarios;

namespace Caravan.Server.Solving;

/// <summary>How an analysis is run; no result depends on it.</summary>
internal sealed record AnalysisSettings
{
    /// <summary>Threads used. Default 1: who drags a lever meanwhile has the others.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Is told how far it has come; null for nobody.</summary>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>Folder in which equilibria are kept; null keeps none.</summary>
    public string? CacheFolder { get; init; }
}
