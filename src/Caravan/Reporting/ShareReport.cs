using System.Collections.Immutable;
using Caravan.Scenarios;
using Caravan.Scenarios.Sharing;

namespace Caravan.Reporting;

/// <summary>What people read about the sharing of gains.</summary>
public static partial class ShareReport
{
    private const int CoalitionsShown = 12;
    private const int AccessionsShown = 20;
    private const int LongestList = 58;

    /// <summary>The report of a result that converged.</summary>
    /// <exception cref="ArgumentException">An equilibrium did not converge.</exception>
    public static Report Of(ShareResult result)
    {
        ShareTables.RequireConverged(result);
        return new Report
        {
            Title = $"{result.Scenario.Name}: sharing the gains",
            Lines = [.. Lines(result)],
            Tables =
            [
                Members(result), Coalitions(result), Matrix(result, "allocations", "What each has in the end",
                    "Real income gained with transfers, million dollars a year.", rule => rule.PayoffsMusd),
                .. Errors(result),
                Matrix(result, "transfers", "Transfers that lead there",
                    "What each receives beyond its own gain, or pays where negative.", rule => rule.TransfersMusd),
                Rules(result), Payments(result), .. Accessions(result), .. Projects(result),
            ],
            Closing =
            [
                .. result.Rules.Select(rule => $"{RuleWords.Title(rule.Rule)}: {RuleWords.Meaning(rule.Rule)}."),
                "Musd is million US dollars a year at base prices; gains are the exact equivalent variation. docs/share.md "
                    + "tells how each figure is computed.",
            ],
        };
    }

    private static IEnumerable<string> Lines(ShareResult result)
    {
        var options = result.Scenario.Options;
        yield return $"Baseline {result.BaselineName} ({RunReport.ShortHash(result.BaselineHash)}), "
            + $"{OptionWords.Of(options.Model)} model, {OptionWords.Of(options.Closure)} deficits, elasticities "
            + $"{options.Elasticities}.";
        var kept = result.EquilibriaKept > 0 ? $", {NumberText.Level(result.EquilibriaKept, 0)} of them kept" : "";
        yield return $"{NumberText.Level(result.Values.Length, 0)} coalitions from {NumberText.Level(result.Equilibria, 0)} "
            + $"equilibria{kept}: converged, largest residual {NumberText.General(result.Residual)}.";
        yield return (result.Terms.Outsiders == OutsiderResponse.Respond
                ? "Members outside a coalition take the actions that need only them. "
                : "Members outside a coalition do nothing. ")
            + (result.Terms.Disagreement == Disagreement.StatusQuo
                ? "Without agreement nothing happens."
                : "Without agreement each acts alone.");
        yield return $"Together the members gain {Money(result.TotalMusd)} musd. {CoreOf(result)}";
        if (result.NashWithoutTransfers is { } best)
        {
            yield return best.Actions.Count == 0
                ? "Without transfers, whatever coalitions can bring about makes a member worse off."
                : "Best for all without any transfer, of what coalitions can bring about: "
                    + (best.Actions.Count == result.Scenario.Actions.Length ? "the whole package."
                        : $"{Shortened(result.ActionsOf(best.Actions))}.");
        }
        foreach (var note in result.Notes)
        {
            yield return note;
        }
    }

    private static string CoreOf(ShareResult result)
    {
        var core = result.Core;
        if (core is not { Status: FindingStatus.Found })
        {
            return "The core was not computed.";
        }
        if (!core.IsEmpty)
        {
            return core.LeastExcessMusd < -result.ToleranceMusd
                ? $"The core is not empty: every coalition can have {Money(-core.LeastExcessMusd)} more than it is worth."
                : "The core is not empty, but leaves some coalitions no more than they are worth.";
        }
        var witness = string.Join(", ", core.Witness.Select(one =>
            $"{string.Join(' ', result.CodesOf(one.Coalition))} ({NumberText.General(one.Weight, 3)})"));
        return $"The core is empty: each coalition would have to forgo {Money(core.LeastExcessMusd)}. The proof: {witness}, "
            + $"weighted as told, are worth {Money(core.WitnessMusd)}.";
    }

    private static ReportTable Members(ShareResult result) => new()
    {
        Name = "members",
        Title = "Members",
        Columns =
        [
            new("name", "Economy", ColumnFormat.Text), new("gain_musd", "Gain", ColumnFormat.MoneyChange),
            new("gain_pct", "Gain", ColumnFormat.PercentChange), new("alone_musd", "Alone", ColumnFormat.MoneyChange),
            new("outside_musd", "If it leaves", ColumnFormat.MoneyChange),
            new("leaving_musd", "By leaving", ColumnFormat.MoneyChange),
            new("gains_by_leaving", "Would leave", ColumnFormat.Flag), new("actions", "Actions", ColumnFormat.Count),
        ],
        Rows = result.Members.OrderByDescending(member => member.GainPct).ThenBy(member => member.Code, StringComparer.Ordinal)
            .Select(member => (ImmutableArray<ReportCell>)
            [
                member.Name, member.GainMusd, member.GainPct, member.AloneMusd, member.OutsideMusd, member.LeavingMusd,
                member.GainsByLeaving, member.Actions,
            ]),
        Note = "Gain: by the whole package, before transfers. Alone: by what it can do alone. If it leaves: while all others go "
            + "on. By leaving: the difference to its gain inside. Actions: how many need it.",
    };

    // coalitions that bring the same about differ only in who watches: the smallest stands for all
    private static ReportTable Coalitions(ShareResult result)
    {
        var groups = result.Values.Where(value => value.Actions.Count > 0).GroupBy(value => value.Actions)
            .Select(group => group.OrderBy(value => value.Coalition.Count).ThenBy(value => value.Coalition.Members).First())
            .OrderByDescending(value => value.Musd).ThenBy(value => value.Coalition.Members).ToImmutableArray();
        return new ReportTable
        {
            Name = "coalitions",
            Title = "What coalitions can bring about"
                + (groups.Length > CoalitionsShown ? $" ({CoalitionsShown} of {groups.Length} sets of actions)" : ""),
            Columns =
            [
                new("coalition", "Smallest coalition", ColumnFormat.Text), new("members", "Members", ColumnFormat.Count),
                new("worth_musd", "Worth", ColumnFormat.MoneyChange),
                new("rest_musd", "Other members", ColumnFormat.MoneyChange), new("actions", "Actions", ColumnFormat.Text),
            ],
            Rows = groups.Take(CoalitionsShown).Select(value => (ImmutableArray<ReportCell>)
            [
                NameOf(result, value), value.Coalition.Count, value.Musd, value.GainsMusd.Sum() - value.Musd,
                value.Actions.Count == result.Scenario.Actions.Length ? "all" : Shortened(result.ActionsOf(value.Actions)),
            ]),
            Note = "Worth: what the coalition gains together. Other members: what those outside gain or lose by it. The whole "
                + "list: --format csv, xlsx or --json.",
        };
    }

    private static string NameOf(ShareResult result, CoalitionValue value) =>
        value.Coalition.Count == result.Members.Length ? "all members"
        : value.Coalition.Count > 6 && result.Members.Length - value.Coalition.Count <= 3
            ? $"all but {string.Join(' ', result.Scenario.Members.Except(result.CodesOf(value.Coalition)))}"
            : Shortened(result.CodesOf(value.Coalition), " ", 30);

    private static ReportTable Matrix(
        ShareResult result, string name, string title, string note, Func<RuleResult, ImmutableArray<double>> figures)
    {
        var found = result.Rules.Where(rule => rule.Status == FindingStatus.Found).ToImmutableArray();
        return new ReportTable
        {
            Name = name,
            Title = title,
            Columns =
            [
                new("name", "Economy", ColumnFormat.Text),
                .. found.Select(rule => new ReportColumn(
                    RuleWords.Of(rule.Rule), RuleWords.Title(rule.Rule), ColumnFormat.MoneyChange)),
            ],
            Rows = result.Members.Select((member, m) => (ImmutableArray<ReportCell>)
            [
                member.Name, .. found.Select(rule => (ReportCell)figures(rule)[m]),
            ]),
            Note = note,
        };
    }

    private static IEnumerable<ReportTable> Errors(ShareResult result)
    {
        var sampled = result.Rules.Where(rule => !rule.StandardErrorsMusd.IsEmpty).ToImmutableArray();
        if (sampled.IsEmpty)
        {
            yield break;
        }
        yield return new ReportTable
        {
            Name = "standard_errors",
            Title = "Standard errors of what was estimated",
            Columns =
            [
                new("name", "Economy", ColumnFormat.Text),
                .. sampled.Select(rule => new ReportColumn(
                    RuleWords.Of(rule.Rule), RuleWords.Title(rule.Rule), ColumnFormat.Money)),
            ],
            Rows = result.Members.Select((member, m) => (ImmutableArray<ReportCell>)
            [
                member.Name, .. sampled.Select(rule => (ReportCell)rule.StandardErrorsMusd[m]),
            ]),
            Note = "In 19 of 20 cases the exact value lies within two of these. More draws: --samples.",
        };
    }

    private static ReportTable Rules(ShareResult result) => new()
    {
        Name = "rules",
        Title = "How the rules stand up",
        Columns =
        [
            new("rule", "Rule", ColumnFormat.Text), new("changes_hands_musd", "Changes hands", ColumnFormat.Money),
            new("in_core", "In the core", ColumnFormat.Text), new("objection_musd", "Objection", ColumnFormat.MoneyChange),
            new("objector", "By", ColumnFormat.Text), new("payments", "Largest payment", ColumnFormat.Text),
        ],
        Rows = result.Rules.Select(rule => (ImmutableArray<ReportCell>)
        [
            RuleWords.Title(rule.Rule), rule.VolumeMusd, rule.InCore is { } inside ? inside ? "yes" : "no" : "",
            rule.ObjectionMusd, rule.Objector is { } who ? Shortened(result.CodesOf(who), " ", 24) : "",
            rule.Status == FindingStatus.Found ? Largest(rule.Payments) : rule.Reason,
        ]),
        Note = "Changes hands: sum of the transfers. In the core: no coalition is worth more than it gets. Objection: what the "
            + "coalition with the strongest case is worth above what it gets; below zero it has no case."
            + result.Core?.NucleolusVerified switch
            {
                true => " The nucleolus stands up to Kohlberg's criterion.",
                false => " The nucleolus does NOT stand up to Kohlberg's criterion: do not rely on it.",
                null => "",
            },
    };

    private static ReportTable Payments(ShareResult result) => new()
    {
        Name = "payments",
        Title = "Least side payments",
        Columns =
        [
            new("aim", "So that", ColumnFormat.Text), new("possible", "Possible", ColumnFormat.Text),
            new("changes_hands_musd", "Changes hands", ColumnFormat.Money), new("missing_musd", "Missing", ColumnFormat.Money),
            new("payments", "Who pays whom", ColumnFormat.Text),
        ],
        Rows = result.Payments.Select(plan => (ImmutableArray<ReportCell>)
        [
            RuleWords.Title(plan.Aim), plan.Status switch
            {
                FindingStatus.Found => "yes",
                FindingStatus.Infeasible => "no",
                _ => "not known",
            },
            plan.VolumeMusd, plan.ShortfallMusd,
            plan.Payments.IsEmpty ? "" : Shortened(plan.Payments.Select(PaymentText), ", ", LongestList),
        ]),
        Note = "The least that must change hands among members; missing is what they would need from elsewhere.",
    };

    private static IEnumerable<ReportTable> Accessions(ShareResult result)
    {
        if (result.Accessions.IsEmpty)
        {
            yield break;
        }
        var wanting = result.Accessions.Count(one => one.WantsToJoin);
        yield return new ReportTable
        {
            Name = "accession",
            Title = $"Who gains by joining: {wanting} of {result.Accessions.Length}"
                + (result.Accessions.Length > AccessionsShown ? $" ({AccessionsShown} shown)" : ""),
            Columns =
            [
                new("name", "Economy", ColumnFormat.Text), new("outside_musd", "Outside", ColumnFormat.MoneyChange),
                new("inside_musd", "Inside", ColumnFormat.MoneyChange), new("joining_musd", "Joining", ColumnFormat.MoneyChange),
                new("joining_pct", "Joining", ColumnFormat.PercentChange),
                new("members_musd", "Members", ColumnFormat.MoneyChange), new("losing", "Lose by it", ColumnFormat.Count),
                new("most", "Most", ColumnFormat.Text),
            ],
            Rows = result.Accessions.Take(AccessionsShown).Select(one => (ImmutableArray<ReportCell>)
            [
                one.Name, one.OutsideMusd, one.InsideMusd, one.JoiningMusd, one.JoiningPct, one.MembersMusd,
                one.MembersLosing, one.LosesMost.Length == 0 ? "" : $"{one.LosesMost} {Money(one.LosesMostMusd)}",
            ]),
            Note = "The package with one more member, which takes on what members do; each by itself. Outside and inside: its gain. "
                + "Members: what its joining brings those there are.",
        };
    }

    private static string Largest(ImmutableArray<MemberPayment> payments) =>
        payments.IsEmpty ? "" : PaymentText(payments.MaxBy(payment => payment.Musd));

    private static string PaymentText(MemberPayment payment) => $"{payment.From} to {payment.To} {Money(payment.Musd)}";

    private static string Money(double musd) => NumberText.Level(musd, Math.Abs(musd) < 100 ? 1 : 0);

    private static string Shortened(IEnumerable<string> words, string between = ", ", int longest = LongestList)
    {
        var all = words.ToList();
        var text = string.Join(between, all);
        for (var shown = all.Count - 1; text.Length > longest && shown > 0; shown--)
        {
            text = $"{string.Join(between, all.Take(shown))} and {all.Count - shown} more";
        }
        return text;
    }
}
