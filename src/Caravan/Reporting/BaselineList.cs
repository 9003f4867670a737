using System.Collections.Immutable;
using Caravan.Data;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>Baselines one under the other.</summary>
public static class BaselineList
{
    /// <summary>One row a baseline.</summary>
    public static ReportTable Table(ImmutableArray<Baseline> baselines) => new()
    {
        Name = "baselines",
        Title = "`caravan data show NAME` describes one",
        Columns =
        [
            new("baseline", "Baseline", Text, "Word that selects it."),
            new("year", "Year", Number, "Year described."),
            new("economies", "Economies", Count, "Number of economies."),
            new("sectors", "Sectors", Count, "Number of sectors."),
            new("title", "Title", Text, "What it is."),
        ],
        Rows = baselines.Select(baseline => (ImmutableArray<ReportCell>)
        [
            baseline.Name, baseline.Year, baseline.Economies.Length, baseline.Sectors.Length, baseline.Title,
        ]),
    };
}
