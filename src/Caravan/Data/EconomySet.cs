using System.Collections.Immutable;

namespace Caravan.Data;

/// <summary>A named set of economies, such as a union or a region, that scenarios can refer to.</summary>
/// <param name="Name">Word used in scenarios, such as <c>eaeu</c>.</param>
/// <param name="Title">Full name.</param>
/// <param name="Members">Codes, in alphabetical order.</param>
/// <param name="Source">Where the membership was taken from, with its date.</param>
public sealed record EconomySet(string Name, string Title, ImmutableArray<string> Members, string Source);
