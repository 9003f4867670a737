using Caravan.Data;

namespace Caravan.Server.Contracts;

/// <summary>One problem of a scenario or a request.</summary>
/// <param name="File">What it is in: <c>scenario</c> for the text that was sent.</param>
/// <param name="Line">Line of the text, from 1; 0 where the whole is meant.</param>
/// <param name="Problem">What was found and what was expected.</param>
/// <param name="Repair">How to mend it; may be empty.</param>
internal sealed record IssueContract(string File, int Line, string Problem, string Repair)
{
    public static IssueContract Of(InputIssue issue) => new(issue.File, issue.Line, issue.Problem, issue.Repair);
}
