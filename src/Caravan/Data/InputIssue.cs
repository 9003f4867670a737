namespace Caravan.Data;

/// <summary>One thing wrong with a file that a user gave.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Line">Line of the file, counted from 1; zero where the whole file is meant.</param>
/// <param name="Problem">What was found and what was expected, with the value.</param>
/// <param name="Repair">How to mend it, with the nearest valid word; empty where nothing can be suggested.</param>
public sealed record InputIssue(string File, int Line, string Problem, string Repair = "")
{
    /// <summary>One line for a person: <c>file:line: problem; repair</c>.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{File}:{Line}" : File;
        return Repair.Length > 0 ? $"{place}: {Problem}; {Repair}" : $"{place}: {Problem}";
    }
}
