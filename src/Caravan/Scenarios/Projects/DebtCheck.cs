using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Finance;
using Caravan.Scenarios.Financing;

namespace Caravan.Scenarios.Projects;

/// <summary>
/// Whether members can carry the debt of sets of projects. Each set has its own ten years on the path without shocks: its
/// loans, what it costs the budget, and the growth of GDP and exports that it brings by the model.
/// </summary>
internal sealed class DebtCheck
{
    private static readonly ImmutableArray<DebtRatio> s_ratios = [.. Enum.GetValues<DebtRatio>()];

    private readonly Scenario _scenario;
    private readonly Baseline _baseline;
    private readonly ProjectSets _sets;
    private readonly ProjectBook _book;
    private readonly ImmutableArray<ScenarioAction> _projects;
    private readonly ImmutableArray<ScenarioAction> _others;
    private readonly ImmutableArray<Debtor> _debtors;
    private readonly Dictionary<Coalition, bool> _known = [];

    /// <param name="scenario">Members and what is known of their debt.</param>
    /// <param name="baseline">GDP and exports before.</param>
    /// <param name="sets">Solves packages net of what they cost.</param>
    /// <param name="book">What projects cost whom.</param>
    /// <param name="projects">The projects.</param>
    /// <param name="others">Actions in force beside them: levers on finance and risk change what loans cost.</param>
    public DebtCheck(
        Scenario scenario, Baseline baseline, ProjectSets sets, ProjectBook book, ImmutableArray<ScenarioAction> projects,
        IEnumerable<ScenarioAction> others)
    {
        (_scenario, _baseline, _sets, _book, _projects) = (scenario, baseline, sets, book, projects);
        _others = [.. others];
        var all = Entries(Coalition.Grand(projects.Length));
        _debtors = [.. scenario.Members.Where(code => all.Any(entry => Pays(entry, code))).Select(DebtorOf).OfType<Debtor>()];
    }

    /// <summary>
    /// True where no member's debt passes a threshold in ten years without shocks. A member whose debt does so without any
    /// project must owe nothing more abroad.
    /// </summary>
    public bool Admits(Coalition set)
    {
        if (!_known.TryGetValue(set, out var admitted))
        {
            var entries = Entries(set);
            admitted = _debtors.All(debtor => debtor.IsInBreach
                ? entries.All(entry => !OwesAbroad(entry, debtor.Code)) : !IsAbove(debtor, Peaks(debtor, set, entries)));
            _known.Add(set, admitted);
        }
        return admitted;
    }

    /// <summary>Largest ratios of the members that pay for a project, each by the ratio that all projects bring nearest to its
    /// threshold or farthest above it.</summary>
    /// <param name="best">The set that was chosen.</param>
    public ImmutableArray<DebtUse> Uses(Coalition best)
    {
        var all = Coalition.Grand(_projects.Length);
        var (chosen, whole) = (Entries(best), Entries(all));
        return
        [
            .. _debtors.Select(debtor =>
            {
                var (with, worst) = (Peaks(debtor, best, chosen), Peaks(debtor, all, whole));
                var ratio = s_ratios.MaxBy(ratio => worst[(int)ratio] / debtor.Thresholds[(int)ratio]);
                return new DebtUse(debtor.Code, debtor.Name, FinanceWords.Of(ratio), debtor.Thresholds[(int)ratio],
                    debtor.Before[(int)ratio], with[(int)ratio], worst[(int)ratio]);
            }),
        ];
    }

    /// <summary>Where the debt of members passes a threshold that it keeps without projects, or a member in breach would owe
    /// more abroad, in words; empty where a set is admitted.</summary>
    public ImmutableArray<string> Breaches(Coalition set)
    {
        var entries = Entries(set);
        return [.. _debtors.Select(debtor => Breach(debtor, set, entries)).Where(text => text.Length > 0)];
    }

    private string Breach(Debtor debtor, Coalition set, ImmutableArray<ProjectEntry> entries)
    {
        if (debtor.IsInBreach)
        {
            return entries.Any(entry => OwesAbroad(entry, debtor.Code))
                ? $"{debtor.Name} is above a threshold without projects and would owe more abroad" : "";
        }
        var peaks = Peaks(debtor, set, entries);
        var worst = s_ratios.MaxBy(ratio => peaks[(int)ratio] / debtor.Thresholds[(int)ratio]);
        return IsAbove(debtor, peaks)
            ? FormattableString.Invariant($"{debtor.Name}: {FinanceWords.Of(worst)} {peaks[(int)worst]:0.0} %, ")
                + FormattableString.Invariant($"threshold {debtor.Thresholds[(int)worst]:0} %")
            : "";
    }

    private Debtor? DebtorOf(string code)
    {
        if (new DebtBook(_scenario, _baseline).Of(code) is not { } inputs)
        {
            return null;
        }
        var path = DebtProjection.Run(inputs, null, StressTest.None, DebtSustainability.RatedYears);
        ImmutableArray<double> before = [.. s_ratios.Select(ratio => path.Peak(ratio, DebtSustainability.RatedYears))];
        ImmutableArray<double> thresholds = [.. s_ratios.Select(ratio => DebtThresholds.Of(ratio, inputs.Capacity))];
        var index = _baseline.IndexOfEconomy(code);
        return new Debtor(code, _baseline.Economies[index].Name, index, before, thresholds,
            path.Breaches(inputs.Capacity, DebtSustainability.RatedYears));
    }

    private ImmutableArray<double> Peaks(Debtor debtor, Coalition set, ImmutableArray<ProjectEntry> entries)
    {
        var (gdpPct, exportsPct) = _sets.Growth(set, debtor.Economy);
        return new DebtRows(_scenario, _baseline, entries).Peaks(debtor.Code, gdpPct, exportsPct);
    }

    private ImmutableArray<ProjectEntry> Entries(Coalition set) =>
        [.. _book.Of(set.Players.Select(project => _projects[project]).Concat(_others))];

    private static bool IsAbove(Debtor debtor, ImmutableArray<double> peaks) =>
        s_ratios.Any(ratio => peaks[(int)ratio] > debtor.Thresholds[(int)ratio]);

    private static bool Pays(ProjectEntry entry, string code) =>
        entry.Plan.Owners.Any(owner => owner.Party == code && owner.Share > 0) || entry.Accounts.Of(code).Any(flow => flow != 0);

    private static bool OwesAbroad(ProjectEntry entry, string code) =>
        entry.Plan.Owners.Any(owner => owner.Party == code && owner.Share > 0)
        && entry.Finance.Mix.Any(source => source is { IsPublicDebt: true, Share: > 0, IsLoan: true }
            && source.Currency != "local" && Lenders.Find(source.Lender)?.Economy != code);

    private sealed record Debtor(
        string Code, string Name, int Economy, ImmutableArray<double> Before, ImmutableArray<double> Thresholds, bool IsInBreach);
}
