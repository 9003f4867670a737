namespace Caravan.Scenarios;

/// <summary>How many packages were looked at, and of how many.</summary>
/// <param name="Looked">Packages looked at, the one without any action included.</param>
/// <param name="Possible">Packages that can be made: the product of the sizes of each action.</param>
/// <param name="IsExhaustive">True where all of them were looked at; otherwise better ones may exist.</param>
/// <param name="NotConverged">Packages without a result, which are left out.</param>
public sealed record PackageSearchScope(int Looked, double Possible, bool IsExhaustive, int NotConverged);
