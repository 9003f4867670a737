namespace Caravan.Cooperation.Projects;

/// <summary>How sure an answer on projects is.</summary>
public enum SearchStatus
{
    /// <summary>Every set within the limits was valued: there is no better answer.</summary>
    Exact,

    /// <summary>A search valued some sets: the gap says how much better an answer could be at most, under the assumption
    /// documented with <see cref="MarginalBounds"/>.</summary>
    Heuristic,
}
