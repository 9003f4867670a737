namespace Caravan.Scenarios;

/// <summary>One condition of a red line.</summary>
/// <param name="Kind">What is measured.</param>
/// <param name="Sector">Sector code or word of the debt ratio; empty for gains.</param>
/// <param name="Limit">The least that is accepted, for debt the most, in per cent or million dollars by kind.</param>
/// <param name="Value">What the offer gives, in the same unit.</param>
/// <param name="Best">The most that any package looked at gives, for debt the least, in the same unit.</param>
public sealed record RedLineCheck(RedLineKind Kind, string Sector, double Limit, double Value, double Best)
{
    /// <summary>True where the offer stays within the line.</summary>
    public required bool Holds { get; init; }

    /// <summary>True where some package looked at stays within the line.</summary>
    public required bool CanHold { get; init; }
}
