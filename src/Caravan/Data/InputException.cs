using System.Collections.Immutable;

namespace Caravan.Data;

/// <summary>A file that a user gave cannot be used; carries every problem found, not only the first.</summary>
public sealed class InputException : Exception
{
    /// <summary>An exception that carries <paramref name="issues"/>.</summary>
    public InputException(ImmutableArray<InputIssue> issues)
        : base(string.Join(Environment.NewLine, issues)) => Issues = issues;

    /// <summary>An exception for a single problem.</summary>
    public InputException(InputIssue issue)
        : this([issue])
    {
    }

    /// <summary>Every problem found, in the order of the file.</summary>
    public ImmutableArray<InputIssue> Issues { get; }
}
