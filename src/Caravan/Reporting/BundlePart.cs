using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>One result of a bundle.</summary>
/// <param name="Folder">Folder inside the bundle, with <c>/</c> between names; empty for the bundle itself.</param>
/// <param name="Result">A result that converged.</param>
public sealed record BundlePart(string Folder, RunResult Result);
