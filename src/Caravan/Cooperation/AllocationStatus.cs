namespace Caravan.Cooperation;

/// <summary>Whether a rule says what each receives.</summary>
public enum AllocationStatus
{
    /// <summary>It does.</summary>
    Found,

    /// <summary>Nothing satisfies what the rule asks for; an answer, not a failure.</summary>
    Infeasible,

    /// <summary>The rule does not say anything about this game, such as a division by what sums to zero.</summary>
    Undefined,
}
