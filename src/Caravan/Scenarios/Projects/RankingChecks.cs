using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Projects;

/// <summary>Finds every problem of a question about projects before anything is solved.</summary>
internal static class RankingChecks
{
    /// <summary>Stands for the total of the members.</summary>
    public const int OfMembers = -1;

    /// <summary>Stands for the total of the world.</summary>
    public const int OfWorld = -2;

    /// <summary>Whose real income counts: an economy, or one of the two totals.</summary>
    /// <exception cref="InputException">Carries every problem.</exception>
    public static int Check(
        LoadedScenario loaded, Scenario scenario, Baseline baseline, ImmutableArray<ScenarioAction> projects,
        ProjectRankingOptions options)
    {
        var issues = new IssueList();
        if (projects.IsEmpty)
        {
            issues.Add(loaded.File, 0, "no action is a project, so there is nothing to rank",
                "add an action with the lever link, or cost_musd: and years: to one that has to be built");
        }
        var economy = ObjectiveOf(options.Objective, scenario, baseline, issues);
        var needs = options switch
        {
            { BudgetMusd: not null } => "a budget",
            { YearlyBudgetMusd: not null } => "a yearly budget",
            { DebtLimits: true } => "a limit on debt",
            _ => null,
        };
        foreach (var project in projects.Where(project => needs is not null && project.Finance is null))
        {
            issues.Add(project.File, project.Line, $"action {project.Id} has no cost, which {needs} needs",
                "add cost_musd: and years: [first of construction, first of service], or leave the limit out");
        }
        issues.ThrowIfAny();
        return economy;
    }

    /// <summary>Whose real income counts, as a phrase.</summary>
    public static string Phrase(int economy, Baseline baseline) => economy switch
    {
        OfMembers => "real income of the members together",
        OfWorld => "real income of the world",
        _ => $"real income of {baseline.Economies[economy].Name}",
    };

    private static int ObjectiveOf(string word, Scenario scenario, Baseline baseline, IssueList issues)
    {
        switch (word)
        {
            case ProjectRankingOptions.World:
                return OfWorld;
            case ProjectRankingOptions.Members when !scenario.Members.IsEmpty:
                return OfMembers;
            case ProjectRankingOptions.Members:
                issues.Add("--objective members", 0, "the scenario has no members", "give world or an economy");
                return OfMembers;
        }
        for (var n = 0; n < baseline.Economies.Length; n++)
        {
            var economy = baseline.Economies[n];
            if (string.Equals(economy.Code, word, StringComparison.OrdinalIgnoreCase)
                || string.Equals(economy.Name, word, StringComparison.OrdinalIgnoreCase))
            {
                return n;
            }
        }
        var nearest = NearestWord.Find(word, baseline.Economies.Select(economy => economy.Name)
            .Concat(baseline.Economies.Select(economy => economy.Code))
            .Append(ProjectRankingOptions.World).Append(ProjectRankingOptions.Members));
        issues.Add($"--objective {word}", 0, "neither members, world nor an economy of the baseline",
            nearest is null ? "give an ISO alpha-3 code" : $"did you mean {nearest}?");
        return OfMembers;
    }
}
