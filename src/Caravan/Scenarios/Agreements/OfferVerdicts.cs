using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Scenarios.Compiling;
using Caravan.Scenarios.Parsing;
using Caravan.Trade;

namespace Caravan.Scenarios.Agreements;

/// <summary>Who accepts the offer, and which single change turns a refusal.</summary>
internal sealed class OfferVerdicts(PackageMenu menu, PackageSearch search, RedLines lines, Baseline baseline)
{
    /// <summary>One verdict a member.</summary>
    public ImmutableArray<MemberVerdict> Of(PackageOutcome offer)
    {
        var count = lines.Members.Length;
        var missing = Enumerable.Range(0, count).Select(member => lines.MissingMusd(offer, member)).ToArray();
        var accepts = Enumerable.Range(0, count).Select(member => lines.Accepts(offer, member)).ToArray();
        var spare = Enumerable.Range(0, count).Where(member => accepts[member]).Sum(member => Math.Max(0, -missing[member]));
        var changes = accepts.All(each => each) ? [] : Changes(offer.Actions);
        var outcomes = search.Outcomes.Where(outcome => menu.IsOfPackage(outcome.Actions)).ToList();
        var verdicts = ImmutableArray.CreateBuilder<MemberVerdict>(count);
        for (var member = 0; member < count; member++)
        {
            var n = lines.Members[member];
            var at = member;
            verdicts.Add(new MemberVerdict
            {
                Economy = baseline.Economies[n].Code,
                Name = baseline.Economies[n].Name,
                GainPct = offer.RealIncomePct[n],
                GainMusd = offer.RealIncomeMusd[n],
                Accepts = accepts[member],
                Checks = lines.Checks(offer, member, outcomes),
                TransferMusd = accepts[member] ? 0 : missing[member],
                OthersCanPay = !accepts[member] && missing[member] <= spare,
                Changes = accepts[member] ? [] : Turning(changes, at),
            });
        }
        return verdicts.MoveToImmutable();
    }

    private ImmutableArray<TurningChange> Turning(List<(TurningKind Kind, int Action, PackageOutcome Outcome)> changes, int member) =>
    [
        .. changes.Where(change => lines.Accepts(change.Outcome, member))
            .Select(change => new TurningChange(change.Kind, menu.Actions[change.Action].Id,
                change.Outcome.RealIncomePct[lines.Members[member]], Accepting(change.Outcome), Total(change.Outcome)))
            .OrderByDescending(change => change.Accepting).ThenByDescending(change => change.TotalMusd)
            .ThenBy(change => change.Action, StringComparer.Ordinal),
    ];

    // what is in the offer is dropped or halved, what is not is added
    private List<(TurningKind Kind, int Action, PackageOutcome Outcome)> Changes(Coalition offer)
    {
        var changes = new List<(TurningKind Kind, int Action, Coalition Package)>();
        for (var action = 0; action < menu.Actions.Length; action++)
        {
            if (menu.SizeIn(offer, action) == 0)
            {
                changes.Add((TurningKind.Add, action, menu.With(offer, action, 1)));
                continue;
            }
            changes.Add((TurningKind.Drop, action, menu.With(offer, action, 0)));
            if (menu.Sizes[action].Contains(0.5) && menu.SizeIn(offer, action) == 1)
            {
                changes.Add((TurningKind.Halve, action, menu.With(offer, action, 0.5)));
            }
        }
        changes = [.. changes.Where(change => change.Kind != TurningKind.Add || IsCompatible(change.Package))];
        search.Solve([.. changes.Select(change => change.Package)]);
        return
        [
            .. changes.Select(change => (change.Kind, change.Action, search.Solve(change.Package)))
                .Where(change => change.Item3.Status == SolveStatus.Converged),
        ];
    }

    // an action on standby may contradict one of the package
    private bool IsCompatible(Coalition package)
    {
        var issues = new IssueList();
        var inside = menu.Scenario with
        {
            Actions = [.. menu.Scenario.Actions.Where((_, item) => package.Contains(item))],
        };
        ShockCompiler.Compile(inside, baseline, issues);
        return issues.Count == 0;
    }

    private int Accepting(PackageOutcome outcome) =>
        Enumerable.Range(0, lines.Members.Length).Count(member => lines.Accepts(outcome, member));

    private double Total(PackageOutcome outcome)
    {
        var total = 0.0;
        foreach (var n in lines.Members)
        {
            total += outcome.RealIncomeMusd[n];
        }
        return total;
    }
}
