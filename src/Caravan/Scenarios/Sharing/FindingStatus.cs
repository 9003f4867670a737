namespace Caravan.Scenarios.Sharing;

/// <summary>Whether a question about sharing has an answer.</summary>
public enum FindingStatus
{
    /// <summary>It has, and the figures stand beside it.</summary>
    Found,

    /// <summary>What was asked for cannot be had by any allocation; an answer, not a failure.</summary>
    Infeasible,

    /// <summary>The rule says nothing about these gains.</summary>
    Undefined,

    /// <summary>It was not computed: there are too many members, or the library for linear programs is missing.</summary>
    NotComputed,

    /// <summary>A linear program was not solved to its tolerance.</summary>
    NotSolved,
}
