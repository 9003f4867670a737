using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>A policy of a bloc: what it does, or is ready to do with others.</summary>
/// <param name="Name">Word used in the scenario.</param>
/// <param name="Actions">Actions with their sizes; empty for doing nothing.</param>
public sealed record BlocPolicy(string Name, ImmutableArray<SizedAction> Actions);
