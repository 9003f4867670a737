using System.Collections.Immutable;

namespace Caravan.Data.Loading;

/// <summary>
/// Collects what is wrong with a set of files. Problems of the same kind in the same file become one issue that names
/// the first row and counts the others, so that a bad column of half a million rows is one line.
/// </summary>
internal sealed class InputIssues
{
    private readonly Dictionary<(string File, string Kind), (InputIssue First, int Count)> _issues = [];

    public bool Any => _issues.Count > 0;

    public void Add(string file, int line, string kind, string problem, string repair = "")
    {
        var known = _issues.TryGetValue((file, kind), out var entry);
        _issues[(file, kind)] = known
            ? (entry.First, entry.Count + 1)
            : (new InputIssue(file, line, problem, repair), 1);
    }

    /// <summary>All issues in the order in which their kinds were first seen.</summary>
    public ImmutableArray<InputIssue> ToImmutable() =>
    [
        .. _issues.Values.Select(entry => entry.Count == 1
            ? entry.First
            : entry.First with { Problem = $"{entry.First.Problem} ({entry.Count} rows like this)" }),
    ];

    /// <summary>Throws where there is any issue.</summary>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new InputException(ToImmutable());
        }
    }
}
