using System.Collections.Immutable;
using Caravan.Scenarios.Sharing;

namespace Caravan.Reporting;

/// <summary>How gains are shared as tables for files: names, units and definitions of every column.</summary>
public static class ShareTables
{
    /// <summary>Every table: members, coalitions, rules, payments, core, accessions, projects; the first is the one that the
    /// command is about.</summary>
    public static ImmutableArray<ReportTable> All(ShareResult result)
    {
        RequireConverged(result);
        return
        [
            Members(result), Coalitions(result), Rules(result), Payments(result), Witness(result), Accessions(result),
            Projects(result),
        ];
    }

    /// <summary>One row a member: gains inside, alone and outside, then payoff and transfer under each rule.</summary>
    public static ReportTable Members(ShareResult result)
    {
        RequireConverged(result);
        var found = result.Rules.Where(rule => rule.Status == FindingStatus.Found).ToImmutableArray();
        return new ReportTable
        {
            Name = "members",
            Title = "Members",
            Columns =
            [
                Text("economy", "Code", "Code of the member."),
                Text("name", "Economy", "Its name."),
                new("income_musd", "Income", ColumnFormat.Money, "Household income before."),
                Change("gain_musd", "Gain", "Change in real income by the whole package, before any transfer."),
                new("gain_pct", "Gain", ColumnFormat.PercentChange, "The same, per cent of income."),
                Change("alone_musd", "Alone", "Gain from what the member can bring about alone."),
                Change("outside_musd", "Outside", "Gain if it leaves and all other members go on."),
                new("gains_by_leaving", "Leaves", ColumnFormat.Flag, "Whether it gains by leaving."),
                new("actions", "Actions", ColumnFormat.Count, "How many actions need it."),
                .. found.SelectMany(rule => ColumnsOf(rule)),
            ],
            Rows = result.Members.Select((member, m) => (ImmutableArray<ReportCell>)
            [
                member.Code, member.Name, member.IncomeMusd, member.GainMusd, member.GainPct, member.AloneMusd,
                member.OutsideMusd, member.GainsByLeaving, member.Actions,
                .. found.SelectMany(rule => CellsOf(rule, m)),
            ]),
        };
    }

    /// <summary>One row a coalition that was valued, in the order of its bits.</summary>
    public static ReportTable Coalitions(ShareResult result)
    {
        RequireConverged(result);
        return new ReportTable
        {
            Name = "coalitions",
            Title = "Coalitions",
            Columns =
            [
                Text("coalition", "Coalition", "Codes of its members, joined by blanks."),
                new("members", "Members", ColumnFormat.Count, "How many there are."),
                Change("worth_musd", "Worth", "What they gain together from the actions that happen."),
                Text("actions", "Actions", "Ids of the actions that happen, joined by blanks."),
                .. result.Members.Select(member => Change(
                    $"{member.Code}_musd", member.Code, "What this member gains, inside or outside.")),
            ],
            Rows = result.Values.Select(value => (ImmutableArray<ReportCell>)
            [
                string.Join(' ', result.CodesOf(value.Coalition)), value.Coalition.Count, value.Musd,
                string.Join(' ', result.ActionsOf(value.Actions)),
                .. value.GainsMusd.Select(gain => (ReportCell)gain),
            ]),
        };
    }

    /// <summary>One row a rule.</summary>
    public static ReportTable Rules(ShareResult result) => new()
    {
        Name = "rules",
        Title = "Rules",
        Columns =
        [
            Text("rule", "Rule", "Name of the rule."),
            Text("status", "Status", "found, infeasible, undefined, not_computed or not_solved."),
            new("changes_hands_musd", "Changes hands", ColumnFormat.Money, "Sum of what is paid to get there."),
            Text("in_core", "In the core", "Whether no coalition is worth more than it gets; empty where not known."),
            Text("objector", "Objector", "The coalition with the strongest reason to object."),
            Change("objection_musd", "Objection", "What it is worth above what it gets; below zero nobody objects."),
            Text("meaning", "Meaning", "What the rule does."),
            Text("reason", "Reason", "Why there is no allocation."),
        ],
        Rows = result.Rules.Select(rule => (ImmutableArray<ReportCell>)
        [
            RuleWords.Of(rule.Rule), RuleWords.Of(rule.Status), rule.VolumeMusd,
            rule.InCore is { } inside ? inside ? "true" : "false" : "",
            rule.Objector is { } objector ? string.Join(' ', result.CodesOf(objector)) : "", rule.ObjectionMusd,
            RuleWords.Meaning(rule.Rule), rule.Reason,
        ]),
    };

    /// <summary>One row a payment that settles a rule's transfers or reaches an aim.</summary>
    public static ReportTable Payments(ShareResult result) => new()
    {
        Name = "payments",
        Title = "Payments",
        Columns =
        [
            Text("for", "For", "The rule or the aim."),
            Text("from", "From", "Code of the member that pays."),
            Text("to", "To", "Code of the member that receives."),
            new("musd", "Amount", ColumnFormat.Money, "Million dollars a year."),
        ],
        Rows =
        [
            .. result.Rules.SelectMany(rule => rule.Payments.Select(pay => Row(RuleWords.Of(rule.Rule), pay))),
            .. result.Payments.SelectMany(plan => plan.Payments.Select(pay => Row(RuleWords.Of(plan.Aim), pay))),
        ],
    };

    /// <summary>One row a coalition of the collection that proves what is said about the core.</summary>
    public static ReportTable Witness(ShareResult result) => new()
    {
        Name = "core",
        Title = "Witness of the core",
        Columns =
        [
            Text("coalition", "Coalition", "Codes of its members, joined by blanks."),
            new("weight", "Weight", ColumnFormat.Number, "Each member's weights sum to one."),
            Change("worth_musd", "Worth", "What it is worth; weighted they exceed the total where the core is empty."),
        ],
        Rows = (result.Core?.Witness ?? []).Select(one => (ImmutableArray<ReportCell>)
        [
            string.Join(' ', result.CodesOf(one.Coalition)), one.Weight, one.Musd,
        ]),
    };

    /// <summary>One row an economy that might join.</summary>
    public static ReportTable Accessions(ShareResult result) => new()
    {
        Name = "accession",
        Title = "Accession",
        Columns =
        [
            Text("economy", "Code", "Code of the economy that might join."),
            Text("name", "Economy", "Its name."),
            Change("outside_musd", "Outside", "Its gain while it stays outside."),
            Change("inside_musd", "Inside", "Its gain as a member."),
            Change("joining_musd", "Joining", "What joining brings it."),
            new("joining_pct", "Joining", ColumnFormat.PercentChange, "The same, per cent of its income."),
            new("wants_to_join", "Wants to", ColumnFormat.Flag, "Whether it gains by joining."),
            Change("members_musd", "Members", "What its joining brings the members there are."),
            new("members_losing", "Losing", ColumnFormat.Count, "How many of them lose by it."),
            Text("loses_most", "Loses most", "Code of the member that loses most."),
            Change("loses_most_musd", "Loses", "What that member loses."),
            new("actions_changed", "Actions", ColumnFormat.Count, "Actions that take it in."),
        ],
        Rows = result.Accessions.Select(one => (ImmutableArray<ReportCell>)
        [
            one.Code, one.Name, one.OutsideMusd, one.InsideMusd, one.JoiningMusd, one.JoiningPct, one.WantsToJoin,
            one.MembersMusd, one.MembersLosing, one.LosesMost, one.LosesMostMusd, one.ActionsChanged,
        ]),
    };

    /// <summary>One row a project and member.</summary>
    public static ReportTable Projects(ShareResult result) => new()
    {
        Name = "projects",
        Title = "Who pays for projects",
        Columns =
        [
            Text("action", "Action", "Id of the action."),
            Text("economy", "Code", "Code of the member."),
            new("cost_musd", "Cost", ColumnFormat.Money, "What the project costs once; empty where not known."),
            Change("gain_musd", "Gain", "What the member gains by it in the whole package."),
            .. result.Rules.Select(rule => new ReportColumn(
                $"{RuleWords.Of(rule.Rule)}_pct", RuleWords.Title(rule.Rule), ColumnFormat.PercentShare,
                "Per cent of the cost when each pays in proportion to what the rule gives it of the project's gain.")),
        ],
        Rows = result.Projects.SelectMany(project => result.Members.Select((member, m) => (ImmutableArray<ReportCell>)
        [
            project.Action, member.Code, project.CostMusd ?? double.NaN, project.GainsMusd[m],
            .. result.Rules.Select(rule => (ReportCell)PctOf(project, rule.Rule, m)),
        ])),
    };

    /// <summary>Per cent of a project's cost that a member pays under a rule; NaN where the rule says nothing.</summary>
    internal static double PctOf(ProjectShares project, SharingRule rule, int member)
    {
        var share = project.Shares.First(one => one.Rule == rule);
        return share.Pct.IsEmpty ? double.NaN : share.Pct[member];
    }

    /// <summary>Throws unless the result converged.</summary>
    /// <exception cref="ArgumentException">An equilibrium did not converge.</exception>
    internal static void RequireConverged(ShareResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Converged)
        {
            throw new ArgumentException("a result that did not converge has no table", nameof(result));
        }
    }

    private static ImmutableArray<ReportCell> Row(string what, MemberPayment payment) =>
        [what, payment.From, payment.To, payment.Musd];

    private static IEnumerable<ReportColumn> ColumnsOf(RuleResult rule)
    {
        var (word, title) = (RuleWords.Of(rule.Rule), RuleWords.Title(rule.Rule));
        yield return Change($"{word}_musd", title, $"Gain in the end: {RuleWords.Meaning(rule.Rule)}.");
        if (!rule.StandardErrorsMusd.IsEmpty)
        {
            yield return new ReportColumn($"{word}_se_musd", $"{title} ±", ColumnFormat.Money, "Its standard error.");
        }
        yield return Change($"{word}_transfer_musd", $"{title}: transfer", "What it receives, or pays where negative.");
    }

    private static IEnumerable<ReportCell> CellsOf(RuleResult rule, int member)
    {
        yield return rule.PayoffsMusd[member];
        if (!rule.StandardErrorsMusd.IsEmpty)
        {
            yield return rule.StandardErrorsMusd[member];
        }
        yield return rule.TransfersMusd[member];
    }

    private static ReportColumn Text(string name, string heading, string meaning) =>
        new(name, heading, ColumnFormat.Text, meaning);

    private static ReportColumn Change(string name, string heading, string meaning) =>
        new(name, heading, ColumnFormat.MoneyChange, meaning);
}
