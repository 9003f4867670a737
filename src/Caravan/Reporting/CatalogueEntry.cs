namespace Caravan.Reporting;

/// <summary>One thing that ships.</summary>
/// <param name="Name">The word that selects it.</param>
/// <param name="Title">What it is, in one line.</param>
/// <param name="Group">What it belongs with; may be empty.</param>
public sealed record CatalogueEntry(string Name, string Title, string Group = "");
