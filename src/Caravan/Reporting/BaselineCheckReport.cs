using System.Collections.Immutable;
using Caravan.Data;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>How well a baseline without errors adds up, for people.</summary>
public static class BaselineCheckReport
{
    /// <summary>The figures of a check, with the warnings of the loader.</summary>
    public static Report Of(Baseline baseline, BaselineReport check)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(check);
        return new Report
        {
            Title = $"{baseline.Name}: no errors, "
                + (check.Warnings.Length == 1 ? "1 warning" : $"{check.Warnings.Length} warnings"),
            Lines =
            [
                $"{baseline.Economies.Length} economies, {baseline.Sectors.Length} sectors"
                    + (baseline.Year > 0 ? $", year {baseline.Year}." : "."),
                $"Content hash {baseline.ContentHash}.",
            ],
            Tables = [Table(check)],
            Closing = check.Warnings.IsEmpty
                ? []
                :
                [
                    .. baseline.Warnings.IsEmpty
                        ? check.Warnings.Select(warning => "Warning: " + warning.Problem)
                        : baseline.Warnings.Select(warning => "Warning: " + warning),
                    "Data that are no equilibrium can be used: the world before a shock is then solved first.",
                ],
        };
    }

    /// <summary>One row an identity.</summary>
    public static ReportTable Table(BaselineReport check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return new ReportTable
        {
            Name = "identities",
            Title = "Adding-up identities",
            Columns =
            [
                new("identity", "Identity", Text, "The identity in words."),
                new("largest_violation", "Largest violation", Number, "Relative; zero is perfect."),
                new("where", "Where", Text, "Economy and sector with the largest violation."),
                new("equation", "Equation", Text, "The identity in the symbols of docs/notation.md."),
            ],
            Rows = check.Identities.Select(figure => (ImmutableArray<ReportCell>)
                [figure.Name, figure.LargestViolation, figure.Where, figure.Equation]),
        };
    }
}
