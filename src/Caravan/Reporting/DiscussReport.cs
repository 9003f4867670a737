using System.Collections.Immutable;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>The tables that people read after talks; each says in a line what its figures mean.</summary>
public static class DiscussReport
{
    private const int PackagesShown = 5;
    private const int PointsShown = 9;

    /// <summary>The report of talks whose offer converged.</summary>
    /// <exception cref="ArgumentException">The offer did not converge: there is nothing to show.</exception>
    public static Report Of(DiscussResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.IsConverged)
        {
            throw new ArgumentException("talks about an offer without a result have no table", nameof(result));
        }
        return new Report
        {
            Title = $"{result.Scenario.Name}: who would agree",
            Lines = [.. Lines(result)],
            Tables = [.. Tables(result)],
            Closing =
            [
                .. result.Remarks,
                "Gains are real income against the baseline, the exact equivalent variation; musd is million US dollars a "
                    + "year at base prices. A model says who gains, not who signs: docs/discuss.md has method and limits.",
            ],
        };
    }

    private static IEnumerable<string> Lines(DiscussResult result)
    {
        yield return $"Baseline {result.BaselineName} ({RunReport.ShortHash(result.BaselineHash)}), "
            + $"{OptionWords.Of(result.Scenario.Options.Model)} model. Largest residual "
            + $"{NumberText.General(result.Residual)} in {result.Solves} solves.";
        if (result.Offer is not { } offer)
        {
            yield break;
        }
        var agreement = result.Agreement;
        yield return $"Offer: {DiscussWords.Of(offer, result.Scenario)}. Accepted by {offer.Accepting} of "
            + $"{offer.Accepts.Length}; by {DiscussWords.Of(agreement.Rule)}"
            + (agreement.Rule == AgreementRule.Consensus ? "" : $" of {NumberText.Level(100 * agreement.Threshold, 1)} %")
            + (offer.Passes ? " it passes." : " it does not pass.");
        var search = result.Search;
        var accepted = result.Packages.Count(package => package.AllAccept);
        yield return $"Looked at {search.Looked} of {NumberText.Level(search.Possible, 0)} packages"
            + (search.IsExhaustive ? ", which is all: " : " by local search, so better ones may exist: ")
            + $"{accepted} {(accepted == 1 ? "is" : "are")} accepted by all members."
            + (search.NotConverged > 0 ? $" {search.NotConverged} had no result and were left out." : "");
        if (result.Agreement.Source.Length > 0)
        {
            yield return $"Terms: {result.Agreement.Source}.";
        }
    }

    private static IEnumerable<ReportTable> Tables(DiscussResult result)
    {
        if (result.Offer is not null)
        {
            yield return Verdicts(result);
            if (!result.Agreement.RedLines.IsEmpty)
            {
                yield return Conditions(result);
            }
            if (result.Gap is { } gap)
            {
                yield return Gap(result, gap);
            }
            yield return Packages(result);
            if (result.Frontier is { } frontier)
            {
                yield return Frontier(result, frontier);
            }
            foreach (var table in TalksReport.Tables(result))
            {
                yield return table;
            }
        }
        foreach (var table in BlocReport.Tables(result))
        {
            yield return table;
        }
    }

    private static ReportTable Verdicts(DiscussResult result) => new()
    {
        Name = "verdicts",
        Title = "Verdicts on the offer",
        Note = "Transfer: the smallest payment a year that turns the refusal, at the offer's prices (in brackets where the "
            + "others' gains beyond their red lines cannot pay it).",
        Columns =
        [
            new("name", "Member", ColumnFormat.Text), new("real_income_pct", "Real income", ColumnFormat.PercentChange),
            new("real_income_musd", "Real income", ColumnFormat.MoneyChange), new("verdict", "Verdict", ColumnFormat.Text),
            new("transfer", "Transfer musd", ColumnFormat.Text),
            new("change", "What turns it", ColumnFormat.Text),
        ],
        Rows = result.Verdicts.Select(verdict => (ImmutableArray<ReportCell>)
        [
            verdict.Name, verdict.GainPct, verdict.GainMusd, verdict.Accepts ? "accepts" : "refuses", Transfer(verdict),
            DiscussWords.Turning(verdict, result.Verdicts.Length),
        ]),
    };

    private static string Transfer(MemberVerdict verdict)
    {
        if (verdict.Accepts)
        {
            return "";
        }
        if (!double.IsFinite(verdict.TransferMusd))
        {
            return "none helps";
        }
        var amount = DiscussWords.Money(verdict.TransferMusd);
        return verdict.OthersCanPay ? amount : $"({amount})";
    }

    private static ReportTable Conditions(DiscussResult result) => new()
    {
        Name = "red_lines",
        Title = "Red lines",
        Note = "Best: the most, of debt the least, that any package looked at gives. A line that no package can hold has to move to there.",
        Columns =
        [
            new("name", "Member", ColumnFormat.Text), new("condition", "Condition", ColumnFormat.Text),
            new("offer", "Offer", ColumnFormat.Number) { HasSign = true, Decimals = 3 },
            new("best", "Best", ColumnFormat.Number) { HasSign = true, Decimals = 3 },
            new("holds", "Holds", ColumnFormat.Text),
        ],
        Rows = result.Verdicts.SelectMany(verdict => verdict.Checks.Select(check => (ImmutableArray<ReportCell>)
        [
            verdict.Name, DiscussWords.Sentence(check), check.Value, check.Best,
            check.Holds ? "yes" : check.CanHold ? "no; another package holds it" : "no; no package holds it",
        ])),
    };

    private static ReportTable Gap(DiscussResult result, AgreementGap gap)
    {
        var all = result.Verdicts.SelectMany(verdict => verdict.Changes)
            .Where(change => change.Accepting == result.Verdicts.Length)
            .Select(change => $"{DiscussWords.Of(change.Kind)} {change.Action}").Distinct().ToList();
        var rows = gap.Unmet.Select(line => (ImmutableArray<ReportCell>)
        [
            line.Name, $"{DiscussWords.Sentence(line.Check)}: no package gives "
                + (line.Check.Kind == RedLineKind.DebtPct ? "less than " : "more than ")
                + $"{NumberText.Change(line.Check.Best, line.Check.Kind == RedLineKind.GainMusd ? 0 : 3)}; move the line there",
        ]).ToList();
        if (all.Count > 0)
        {
            rows.Add(["One change", $"{string.Join(", or ", all.Take(3))}: all then accept"]);
        }
        if (gap.Nearest is { } nearest)
        {
            rows.Add(
            [
                "Payments", $"{DiscussWords.Of(nearest, result.Scenario)}: {DiscussWords.Money(gap.NeededMusd)} musd a year would "
                    + $"make all accept; the others gain {DiscussWords.Money(gap.AvailableMusd)} beyond their lines"
                    + (gap.PaymentsCloseIt ? ", which is enough" : ", which is not enough"),
            ]);
        }
        else
        {
            rows.Add(["Payments", "in every package a sector loses more or a debt ratio is higher than some member allows, which no payment mends"]);
        }
        return new ReportTable
        {
            Name = "gap",
            Title = "No package is accepted by all; what would make it possible",
            Columns = [new("who", "Who", ColumnFormat.Text), new("what", "What", ColumnFormat.Text)],
            Rows = rows,
        };
    }

    private static ReportTable Packages(DiscussResult result)
    {
        var rows = new List<(string Label, PackageGains Package)> { ("offer", result.Offer!) };
        if (result.MaxMin >= 0)
        {
            rows.Add(("max-min", result.Packages[result.MaxMin]));
        }
        rows.AddRange(result.Packages.Where(package => package.Passes).Take(PackagesShown)
            .Select((package, at) => ($"{at + 1}", package)));
        return new ReportTable
        {
            Name = "packages",
            Title = "Packages",
            Note = "max-min: the package whose smallest gain is largest. 1 to 5: of those that pass, the ones most members "
                + "accept, then by the members' sum. Others: all economies that are no members."
                + (result.Scenario.Standby.IsEmpty ? "" : " Actions on standby are in none of them."),
            Columns =
            [
                new("label", "Package", ColumnFormat.Text), new("accepting", "Accept", ColumnFormat.Count),
                new("members_musd", "Members", ColumnFormat.MoneyChange),
                new("smallest_gain_pct", "Smallest gain", ColumnFormat.PercentChange),
                new("smallest_gainer", "Of", ColumnFormat.Text), new("others_musd", "Others", ColumnFormat.MoneyChange),
                new("actions", "Actions", ColumnFormat.Text),
            ],
            Rows = rows.Select(row => (ImmutableArray<ReportCell>)
            [
                row.Label, row.Package.Accepting, row.Package.TotalMusd, row.Package.SmallestGainPct,
                result.Scenario.Members[row.Package.SmallestGainer], row.Package.OthersMusd,
                DiscussWords.Of(row.Package, result.Scenario),
            ]),
        };
    }

    private static ReportTable Frontier(DiscussResult result, PackageFrontier frontier)
    {
        var points = Some(frontier.Points);
        return new ReportTable
        {
            Name = "pareto",
            Title = $"What {frontier.First} and {frontier.Second} can have"
                + (points.Length < frontier.Points.Length ? $" ({points.Length} of {frontier.Points.Length})" : ""),
            Note = "Each row is a package looked at that gives one group more only where the other has less.",
            Columns =
            [
                new("first_pct", frontier.First, ColumnFormat.PercentChange),
                new("second_pct", frontier.Second, ColumnFormat.PercentChange),
                new("accepting", "Accept", ColumnFormat.Count), new("actions", "Actions", ColumnFormat.Text),
            ],
            Rows = points.Select(point => (ImmutableArray<ReportCell>)
            [
                point.FirstPct, point.SecondPct, point.Package.Accepting,
                DiscussWords.Of(point.Package, result.Scenario),
            ]),
        };
    }

    // both ends and points between them at even steps
    private static ImmutableArray<FrontierPoint> Some(ImmutableArray<FrontierPoint> points) =>
        points.Length <= PointsShown ? points
            : [.. Enumerable.Range(0, PointsShown).Select(at => points[at * (points.Length - 1) / (PointsShown - 1)])];
}
