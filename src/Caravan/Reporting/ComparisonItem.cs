using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>One side of a comparison.</summary>
/// <param name="Label">Word that names the side, such as a pack's name or a model.</param>
/// <param name="Result">A result that converged.</param>
public sealed record ComparisonItem(string Label, RunResult Result);
