using System.Collections.Immutable;
using System.Globalization;
using Caravan.Data;
using Caravan.Data.Building;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>How good a built baseline is, for people.</summary>
public static class BuildDiagnostics
{
    /// <summary>Identities and the errors of the estimated detail; <paramref name="fileLength"/> in bytes.</summary>
    public static Report Of(BuildReport built, long fileLength)
    {
        ArgumentNullException.ThrowIfNull(built);
        var baseline = built.Baseline;
        return new Report
        {
            Title = $"Built {baseline.Name}: {baseline.Title}",
            Lines =
            [
                $"{baseline.Economies.Length} economies, {baseline.Sectors.Length} sectors, "
                    + string.Create(CultureInfo.InvariantCulture, $"{fileLength / 1e6:0.00} MB."),
                $"Content hash {baseline.ContentHash}.",
            ],
            Tables =
            [
                BaselineCheckReport.Table(BaselineCheck.Check(baseline)),
                Errors("method_errors", "Errors of the method on the observed table of 2011", built.MethodErrors),
                Errors("baseline_errors", "Detail of the baseline against shares of 2011", built.BaselineErrors),
            ],
            Closing = ["Misplaced: part of the value that stands in the wrong sector or with the wrong partner."],
        };
    }

    private static ReportTable Errors(string name, string title, IEnumerable<DetailError> errors) => new()
    {
        Name = name,
        Title = title,
        Columns =
        [
            new("estimate", "Estimate", Text, "What is compared."),
            new("sector_misplaced_pct", "Sector misplaced", PercentShare, "Part in the wrong sector."),
            new("sector_correlation", "Sector correlation", Number, "Of shares within pairs.") { Decimals = 2 },
            new("partner_misplaced_pct", "Partner misplaced", PercentShare, "Part with the wrong partner."),
            new("partner_correlation", "Partner correlation", Number, "Of shares within sectors.") { Decimals = 2 },
        ],
        Rows = errors.Select(error => (ImmutableArray<ReportCell>)
        [
            error.Estimate, 100 * error.SectorMisplaced, error.SectorCorrelation, 100 * error.PartnerMisplaced,
            error.PartnerCorrelation,
        ]),
    };
}
