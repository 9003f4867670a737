using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Scenarios.Agreements;
using Caravan.Scenarios.Compiling;
using Caravan.Scenarios.Financing;
using Caravan.Scenarios.Parsing;
using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>Talks about a scenario: who would agree, to what, and how talks would go. docs/discuss.md has the method.</summary>
public static class DiscussRunner
{
    /// <summary>The talks about a scenario on a baseline, under the first model variant asked for.</summary>
    /// <param name="loaded">A scenario that was read, with its overrides.</param>
    /// <param name="baseline">The world before.</param>
    /// <param name="options">Model, closure, elasticities, transport, tolerance, threads and progress.</param>
    /// <param name="asked">What is looked for.</param>
    /// <param name="cancellation">Stops between two sweeps of the solver.</param>
    /// <exception cref="InputException">A name is unknown, actions contradict each other, or there are more than 128 of
    /// them; carries every problem.</exception>
    /// <exception cref="OperationCanceledException">The talks were cancelled.</exception>
    public static DiscussResult Run(
        LoadedScenario loaded, Baseline baseline, RunOptions? options = null, DiscussOptions? asked = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(baseline);
        (options, asked) = (options ?? new RunOptions(), asked ?? new DiscussOptions());
        var scenario = ScenarioRunner.Resolve(loaded, baseline, options, separately: true);
        if (!options.Models.IsDefaultOrEmpty)
        {
            scenario = scenario with { Options = scenario.Options with { Model = options.Models[0] } };
        }
        Check(scenario, baseline, loaded.File, asked);
        var model = ScenarioRunner.ModelOf(scenario, baseline, options.Prepared);
        return new Discussion(scenario, model, options, asked, cancellation).Run();
    }

    private static void Check(Scenario scenario, Baseline baseline, string file, DiscussOptions asked)
    {
        var issues = new IssueList();
        ImmutableArray<string> ids = [.. scenario.Actions.Concat(scenario.Standby).Select(action => action.Id)];
        if (ids.Length > Coalition.MaxPlayers)
        {
            issues.Add(file, 0, $"the scenario has {ids.Length} actions, those on standby included; at most "
                + $"{Coalition.MaxPlayers} can be told apart", "leave out some actions");
        }
        foreach (var id in asked.Offer.Where(id => !ids.Contains(id)))
        {
            issues.Add("--offer", 0, $"no action is called {id}", IssueList.Suggest(id, ids, "actions"));
        }
        GroupFrontier.Check(scenario, baseline, asked.Between, issues);
        if (scenario.Members.IsEmpty && scenario.Blocs.IsEmpty)
        {
            issues.Add(file, 0, "the scenario has neither members nor blocs, so nobody could agree",
                "name members, or blocs with policies");
        }
        if (scenario.Options.Model == ModelVariant.OneSector
            && scenario.Agreement?.RedLines.Any(line => !line.Sectors.IsEmpty) == true)
        {
            issues.Add(file, 0, "red lines name sectors, and the one-sector model has none",
                "choose another model, or red lines without sectors");
        }
        foreach (var line in scenario.Agreement?.RedLines.Where(line => !line.Debt.IsEmpty) ?? [])
        {
            if (new DebtBook(scenario, baseline).Of(line.Economy) is null)
            {
                issues.Add(file, 0, $"the red line of {line.Economy} is about debt, of which nothing is known",
                    "state it under finance: debt:, see docs/build.md, or leave maximum_debt_pct out");
            }
        }
        if (asked.Tariffs != TariffSearch.None && scenario.Blocs.IsEmpty)
        {
            issues.Add("--tariffs", 0, "the scenario has no blocs whose tariffs could be looked for", "name blocs");
        }
        foreach (var bloc in scenario.Blocs)
        {
            CheckSizes(scenario, bloc, baseline, file, issues);
        }
        // an action on standby is right by itself, whether or not it goes together with the package
        foreach (var action in scenario.Standby)
        {
            ShockCompiler.Compile(scenario with { Actions = [action], Standby = [] }, baseline, issues);
        }
        issues.ThrowIfAny();
    }

    private static void CheckSizes(Scenario scenario, Bloc bloc, Baseline baseline, string file, IssueList issues)
    {
        foreach (var policy in bloc.Policies)
        {
            foreach (var (id, size) in policy.Actions.Where(each => each.Size < 1))
            {
                var action = scenario.Actions.Concat(scenario.Standby).First(action => action.Id == id);
                if (ActionScaling.Scale(action, size, baseline) is null)
                {
                    issues.Add(file, action.Line, FormattableString.Invariant(
                        $"policy {policy.Name} of bloc {bloc.Name} takes up {100 * size:0.##}% of {id}, which is done or not"),
                        "leave the size out");
                }
            }
        }
    }
}
