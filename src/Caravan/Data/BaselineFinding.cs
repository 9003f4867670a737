namespace Caravan.Data;

/// <summary>Something a check found in a baseline; rows of the same kind are one finding.</summary>
/// <param name="Table">Where it stands.</param>
/// <param name="Cell">First cell concerned, in the order that <see cref="BaselineTable"/> says.</param>
/// <param name="Count">How many cells are concerned.</param>
/// <param name="Problem">What was found at the first cell, what was expected, and the size of the violation.</param>
/// <param name="Repair">How to mend it; empty where nothing can be suggested.</param>
public sealed record BaselineFinding(BaselineTable Table, int Cell, int Count, string Problem, string Repair)
{
    /// <summary>The finding as an issue of a file; <paramref name="line"/> is zero where there are no lines.</summary>
    public InputIssue ToIssue(string file, int line = 0) => new(file, line, Problem, Repair);
}
