using System.Collections.Immutable;
using Caravan.Data;

namespace Caravan.Scenarios.Parsing;

/// <summary>Collects every problem of a scenario and the files it names.</summary>
internal sealed class IssueList
{
    // A file with more than so many is no scenario with mistakes in it, and every suggestion takes time to find.
    private const int Most = 500;

    private readonly List<InputIssue> _issues = [];

    public int Count => _issues.Count;

    /// <summary>True where no further problem is looked for.</summary>
    public bool IsFull => _issues.Count > Most;

    /// <exception cref="InputException">There are too many to go on; carries all so far.</exception>
    public void Add(string file, int line, string problem, string repair = "")
    {
        _issues.Add(_issues.Count < Most
            ? new InputIssue(file, line, problem, repair)
            : new InputIssue(file, line, $"there are more than {Most} problems; the others are not looked for",
                "mend these first"));
        if (IsFull)
        {
            throw new InputException(ToArray());
        }
    }

    public void Add(FileText place, string problem, string repair = "") =>
        Add(place.File, place.Line, problem, repair);

    public void Add(FileNode place, string problem, string repair = "") =>
        Add(place.File, place.Line, problem, repair);

    /// <summary>All problems, those of one file in the order of its lines.</summary>
    public ImmutableArray<InputIssue> ToArray()
    {
        var files = _issues.Select(issue => issue.File).Distinct().ToList();
        return [.. _issues.OrderBy(issue => files.IndexOf(issue.File)).ThenBy(issue => issue.Line)];
    }

    public void ThrowIfAny()
    {
        if (_issues.Count > 0)
        {
            throw new InputException(ToArray());
        }
    }

    /// <summary>"did you mean" where a candidate is near, else the list of what is allowed while it is short.</summary>
    public static string Suggest(string word, IEnumerable<string> candidates, string noun)
    {
        var all = candidates.ToList();
        return NearestWord.Find(word, all) is { } near ? $"did you mean {near}?"
            : all.Count is > 0 and <= 20 ? $"{noun}: {string.Join(", ", all)}"
            : "";
    }
}
