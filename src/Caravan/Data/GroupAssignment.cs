namespace Caravan.Data;

/// <summary>Sends an economy or a sector to a group.</summary>
/// <param name="Code">Code of the economy or sector.</param>
/// <param name="Group">Code of the group.</param>
/// <param name="GroupName">Name of the group; empty to use its code.</param>
public sealed record GroupAssignment(string Code, string Group, string GroupName = "");
