namespace Caravan.Scenarios;

/// <summary>How far a long run has come.</summary>
/// <param name="Done">Solves that are done.</param>
/// <param name="Total">Solves in all.</param>
public readonly record struct RunProgress(int Done, int Total);
