namespace Caravan.Scenarios;

/// <summary>A condition that no package looked at meets.</summary>
/// <param name="Economy">Code of the member.</param>
/// <param name="Name">Short name of the member.</param>
/// <param name="Check">The condition; moving its limit to <see cref="RedLineCheck.Best"/> would make it possible.</param>
public sealed record UnmetLine(string Economy, string Name, RedLineCheck Check);
