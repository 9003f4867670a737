namespace Caravan.Scenarios;

/// <summary>Where the time of a run went, in milliseconds. Never part of results that must be the same bytes.</summary>
/// <param name="LoadMs">Reading the baseline.</param>
/// <param name="CompileMs">Turning actions into a shock and preparing the model.</param>
/// <param name="SolveMs">Solving.</param>
public readonly record struct RunTimings(double LoadMs, double CompileMs, double SolveMs);
