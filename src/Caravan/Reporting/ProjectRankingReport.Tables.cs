using System.Collections.Immutable;
using Caravan.Scenarios.Projects;

namespace Caravan.Reporting;

public sealed partial class ProjectRankingReport
{
    // million dollars; less reads 0.00
    private const double Shows = 0.005;

    private ReportTable Worths()
    {
        string[] names =
        [
            "project", "alone_musd", .. HaveAverage ? ["average_musd"] : Array.Empty<string>(), "last_musd",
            "added_to_best_musd", "needed_musd", .. _result.WithoutCost.Length < _result.Projects.Length
                ? ["cost_musd"] : Array.Empty<string>(),
        ];
        var fields = RankingColumns.Projects.Select(names);
        var rows = _result.Projects.OrderByDescending(row => HaveAverage ? row.AverageMusd : row.LastMusd)
            .ThenBy(row => row.Id, StringComparer.Ordinal);
        return new ReportTable
        {
            Name = "ranking",
            Title = "What each project is worth a year",
            Note = "Alone: nothing else built. " + (HaveAverage ? "Average: over every order of building (Shapley). " : "")
                + "Last of all: everything else built. Added to best: to the best set without it. If ruled out: what the best set "
                + "within the limits would lose.",
            Columns = [.. fields.Select(field => field.Column)],
            Rows = [.. rows.Select(row => (ImmutableArray<ReportCell>)[.. fields.Select(field => field.Value(row))])],
        };
    }

    private ReportTable Who() => new()
    {
        Name = "who",
        Title = "Who gains and who loses",
        Note = "Of the members, as the project opens after all others; musd a year net of what their public pays.",
        Columns =
        [
            new("project", "Project", ColumnFormat.Text), new("gains", "Gains most", ColumnFormat.Text),
            new("loses", "Loses most", ColumnFormat.Text), new("losers", "Losers", ColumnFormat.Count),
        ],
        Rows =
        [
            .. _result.Projects.Select(row => (ImmutableArray<ReportCell>)
            [
                row.Id, OrNobody(row.GainsMost), OrNobody(row.LosesMost),
                _result.Gains.Count(gain => gain.Project == row.Id && gain.Member && gain.IsLoss),
            ]),
        ],
    };

    private static string OrNobody(MemberChange? change) =>
        change is null || Math.Abs(change.Musd) < Shows ? "nobody" : RankingColumns.Text(change);

    private bool HaveAverage => _result.Projects.All(row => double.IsFinite(row.AverageMusd));

    private IEnumerable<ReportTable> Pairs()
    {
        if (_result.Pairs.IsEmpty)
        {
            yield break;
        }
        var fields = RankingColumns.Pairs.Select("kind", "alone_musd", "last_musd");
        var related = _result.Pairs.Where(pair => pair.Kind != PairKind.Independent).OrderByDescending(Strength)
            .ToImmutableArray();
        var shown = related.Take(PairsShown).ToImmutableArray();
        var independent = _result.Pairs.Length - related.Length;
        yield return new ReportTable
        {
            Name = "interactions",
            Title = shown.IsEmpty ? "No two projects matter to each other"
                : "Projects that matter to each other" + (shown.Length < related.Length
                    ? $" ({shown.Length} of {related.Length} pairs)" : ""),
            Note = (shown.IsEmpty ? "" : "Worth together less worth apart, a year: above zero complements, below zero substitutes; "
                + "with nothing else built, and with all others built. Who: members that gain and lose most by that, with all "
                + "others built. ") + (independent == 0 ? "" : $"{Count(independent, "pair")} "
                + $"{(independent == 1 ? "is" : "are")} independent: less than a hundredth of what the smaller is worth alone."),
            Columns =
            [
                new("pair", "Pair", ColumnFormat.Text), .. fields.Select(field => field.Column),
                new("who", "Who", ColumnFormat.Text),
            ],
            Rows =
            [
                .. shown.Select(row => (ImmutableArray<ReportCell>)
                [
                    $"{row.First} + {row.Second}", .. fields.Select(field => field.Value(row)),
                    string.Join("; ", new[] { row.GainsMost, row.LosesMost }.OfType<MemberChange>()
                        .Where(change => Math.Abs(change.Musd) >= Shows).Select(RankingColumns.Text)),
                ]),
            ],
        };
    }

    private static double Strength(ProjectPair pair) => Math.Max(Math.Abs(pair.AloneMusd), Math.Abs(pair.LastMusd));

    private ReportTable Subset() => new()
    {
        Name = "subset",
        Title = _result.Options.IsLimited ? "The best set within the limits" : "The best set",
        Columns = [new("what", "What", ColumnFormat.Text), new("answer", "Answer", ColumnFormat.Text)],
        Rows = [.. SubsetRows().Select(row => (ImmutableArray<ReportCell>)[row.What, row.Answer])],
    };

    private IEnumerable<(string What, string Answer)> SubsetRows()
    {
        yield return ("Build", _choice.Projects.IsEmpty
            ? "nothing: no set of projects that is allowed is worth more than building none"
            : (_choice.Projects.Length == _result.Projects.Length ? "all: " : "") + Ids(_choice.Projects));
        yield return ("Worth", _choice.Projects.IsEmpty ? "nothing" : $"{RankingColumns.Musd(_choice.WorthMusd)} musd a year"
            + (double.IsFinite(_choice.CostMusd) ? $" for {RankingColumns.Level(_choice.CostMusd)} musd of capital" : ""));
        yield return ("How sure", _choice.IsExact
            ? "exact: every set within the limits was valued"
            : $"a search over {NumberText.Level(_choice.Sets, 0)} sets: at most {RankingColumns.Level(_choice.GapMusd)} musd a year "
                + "below the best, if no project ever adds more than singles, pairs and the full package show "
                + (_choice.Exceptions == 0 ? "(no set that was valued contradicts it)" : "(sets that "
                    + $"were valued contradict it by {NumberText.General(_choice.LargestExceptionMusd, 2)} at most, which is allowed for)"));
        yield return ("Who loses", _choice.Losers.IsEmpty
            ? "no member" : $"{RankingColumns.Losers(_choice.Losers)} musd a year");
        if (!_choice.WithLosers.SequenceEqual(_choice.Projects))
        {
            yield return ("If losers are paid", $"{Ids(_choice.WithLosers)}, worth "
                + $"{RankingColumns.Musd(_choice.WithLosersWorthMusd)} musd a year; it takes transfers of at least "
                + $"{RankingColumns.Level(-_choice.LosersOfWithLosers.Sum(change => change.Musd))} musd a year to keep whole who "
                + $"loses: {RankingColumns.Losers(_choice.LosersOfWithLosers)}");
        }
        if (!_choice.DebtBreaches.IsEmpty)
        {
            yield return ("Whatever becomes of debt", $"{Ids(_choice.WithoutDebtLimits)}, worth "
                + $"{RankingColumns.Musd(_choice.WithoutDebtLimitsWorthMusd)} musd a year; debt stands in the way: "
                + $"{string.Join("; ", _choice.DebtBreaches)}. Grants, other owners or longer loans would change that");
        }
        foreach (var limit in _choice.Limits.Where(limit => !double.IsNaN(limit.NeededMusd)))
        {
            yield return ("What would help", double.IsFinite(limit.NeededMusd)
                ? $"{limit.Name} of {RankingColumns.Level(limit.NeededMusd)} musd in place of "
                    + $"{RankingColumns.Level(limit.CapMusd)}: then {Ids(limit.NeededFor)} would pay"
                : $"{limit.Name}: no larger amount alone would make a set pay");
        }
    }

    private IEnumerable<ReportTable> Limits()
    {
        if (!_choice.Limits.IsEmpty)
        {
            var fields = RankingColumns.Limits.Select("limit", "cap_musd", "used_musd", "all_musd");
            yield return new ReportTable
            {
                Name = "limits",
                Title = "Limits",
                Note = "Budget: capital cost.",
                Columns = [.. fields.Select(field => field.Column)],
                Rows = [.. _choice.Limits.Select(row => (ImmutableArray<ReportCell>)[.. fields.Select(field => field.Value(row))])],
            };
        }
        if (!_choice.Debt.IsEmpty)
        {
            var fields = RankingColumns.Debt.Select("name", "ratio", "threshold_pct", "before_pct", "best_pct", "all_pct");
            yield return new ReportTable
            {
                Name = "debt_limits",
                Title = "Debt within its thresholds",
                Note = "Largest of ten years without shocks, per cent, each set of projects on a path of its own; by the ratio that "
                    + "all projects bring nearest to its threshold. Members above one without projects may owe nothing more abroad.",
                Columns = [.. fields.Select(field => field.Column)],
                Rows = [.. _choice.Debt.Select(row => (ImmutableArray<ReportCell>)[.. fields.Select(field => field.Value(row))])],
            };
        }
    }

    private IEnumerable<ReportTable> Budgets()
    {
        if (_result.Budgets.Length > 1)
        {
            var shown = _result.Budgets.Skip(1).ToImmutableArray();
            shown = shown.Length <= BudgetsShown ? shown
                : [.. Enumerable.Range(0, BudgetsShown).Select(at => shown[at * (shown.Length - 1) / (BudgetsShown - 1)])];
            yield return new ReportTable
            {
                Name = "budgets",
                Title = shown.Length == _result.Budgets.Length - 1 ? "What each budget buys"
                    : $"What each budget buys ({shown.Length} of {_result.Budgets.Length - 1} steps)",
                Note = "The cheapest set for each worth" + (_choice.IsExact ? "" : ", among the sets that were valued")
                    + "; a larger budget buys no more until the next line.",
                Columns = [.. RankingColumns.Budgets.Select(field => field.Column)],
                Rows =
                [
                    .. shown.Select(row => (ImmutableArray<ReportCell>)
                        [row.CostMusd, row.WorthMusd, string.Join(", ", row.Projects)]),
                ],
            };
        }
    }

    private ReportTable Sequence()
    {
        var fields = RankingColumns.Steps.Select(
        [
            "project", "year", "added_musd", "worth_musd",
            .. _result.WithoutCost.IsEmpty ? ["spent_musd"] : Array.Empty<string>(), "losers",
        ]);
        return new ReportTable
        {
            Name = "sequence",
            Title = "The best order",
            Note = string.Join('\n', SequenceLines()),
            Columns = [.. fields.Select(field => field.Column)],
            Rows =
            [
                .. _order.Steps.Select(row => (ImmutableArray<ReportCell>)
                    [.. fields.Select(field => field.Column.Name == "losers" && row.Losers.IsEmpty ? "nobody" : field.Value(row))]),
            ],
        };
    }

    private IEnumerable<string> SequenceLines()
    {
        var options = _result.Options;
        var pace = options.YearlyBudgetMusd is { } budget
            ? $"one after another as {RankingColumns.Level(budget)} musd a year come in"
            : $"one every {(options.YearsBetween == 1 ? "year" : $"{NumberText.General(options.YearsBetween)} years")}";
        yield return $"Projects open {pace}; worth over {NumberText.General(options.HorizonYears)} years at "
            + $"{Percent(options.DiscountRate!.Value)} has a value of {RankingColumns.Level(_order.PresentValueMusd)} musd at the start.";
        yield return _order.IsExact
            ? "Exact: no other order of any set within the limits has a higher value."
            : $"A search: at most {RankingColumns.Level(_order.GapMusd)} musd below the best order, under the same assumption as "
                + "the best set.";
        if (_order.Steps.Length > 1)
        {
            yield return $"In the order of worth alone the same projects have {Below(_order.ByValueAloneMusd)}"
                + (double.IsFinite(_order.ByValueForTimeMusd)
                    ? $", in that of worth alone for the money {Below(_order.ByValueForTimeMusd)}." : ".");
        }
        if (!_order.LeftOut.IsEmpty)
        {
            yield return $"Not built: {Ids(_order.LeftOut)}.";
        }
    }

    private string Below(double value) => _order.PresentValueMusd - value < Shows
        ? "the same value" : $"{RankingColumns.Level(_order.PresentValueMusd - value)} musd less";
}
