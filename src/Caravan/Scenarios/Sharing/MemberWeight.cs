namespace Caravan.Scenarios.Sharing;

/// <summary>A member's weight in bargaining.</summary>
/// <param name="Code">ISO alpha-3 code or aggregate code.</param>
/// <param name="Weight">A fraction above zero; those of all members sum to one.</param>
public readonly record struct MemberWeight(string Code, double Weight);
