using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Scenarios.Compiling;
using Caravan.Scenarios.Parsing;
using Caravan.Scenarios.Resolving;
using Caravan.Trade;

namespace Caravan.Scenarios.Sharing;

/// <summary>
/// What happens when an economy joins: the whole package is solved again with it among the members, so that actions about
/// members, and those that need all of them, take it in. Actions that name economies stay as they are.
/// </summary>
internal sealed class AccessionAnalysis(
    LoadedScenario loaded, PackageSolver solver, RunOptions options, double toleranceMusd)
{
    /// <summary>Positions of the economies that words name, members left out.</summary>
    public static int[] Find(ImmutableArray<string> words, Scenario scenario, Baseline baseline, IssueList issues)
    {
        var economies = new EconomyWords(baseline, issues);
        int[] members = [.. scenario.Members.Select(baseline.IndexOfEconomy)];
        economies.SetMembers(members);
        foreach (var set in scenario.Sets)
        {
            economies.AddSet(new FileText(set.Name, "", 0), [.. set.Economies.Select(baseline.IndexOfEconomy)]);
        }
        var found = new SortedSet<int>();
        foreach (var word in words)
        {
            var text = new FileText(word, $"--accession {word}", 0);
            var before = issues.Count;
            var named = economies.Find([text]);
            found.UnionWith(named.Except(members));
            if (issues.Count == before && !named.Except(members).Any())
            {
                issues.Add(text, named.Length == 0 ? "names no economy" : "names only members",
                    "name economies that are not members yet, or others for all of them");
            }
        }
        return [.. found];
    }

    /// <summary>One result an economy, those whom joining brings most first.</summary>
    public ImmutableArray<AccessionResult> Run(
        int[] candidates, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        if (candidates.Length == 0)
        {
            return [];
        }
        var before = Solve(solver.Scenario, null, options.Solve, cancellation);
        var results = new AccessionResult[candidates.Length];
        var inside = options.Solve with { Threads = candidates.Length == 1 ? options.Solve.Threads : 1 };
        var beside = new ParallelOptions
        {
            MaxDegreeOfParallelism = candidates.Length == 1 ? 1 : options.Solve.Threads,
            CancellationToken = cancellation,
        };
        var (gate, done) = (new Lock(), 0);
        // a file that cannot take in another member is the user's to mend, and must not come wrapped
        var scenarios = candidates.Select(one => WithMember(solver.Baseline.Economies[one].Code)).ToImmutableArray();
        Parallel.For(0, candidates.Length, beside, at =>
        {
            results[at] = Join(candidates[at], scenarios[at], before, inside, cancellation);
            lock (gate)
            {
                progress?.Report(new RunProgress(++done, candidates.Length));
            }
        });
        return
        [
            .. results.OrderByDescending(one => double.IsNaN(one.JoiningMusd) ? double.NegativeInfinity : one.JoiningMusd)
                .ThenBy(one => one.Code, StringComparer.Ordinal),
        ];
    }

    private AccessionResult Join(
        int candidate, Scenario scenario, TradeOutcome before, SolveOptions solve, CancellationToken cancellation)
    {
        var baseline = solver.Baseline;
        var about = baseline.Economies[candidate];
        var outcome = Solve(scenario, before, solve, cancellation);
        var result = new AccessionResult
        {
            Status = outcome.Status,
            Iterations = outcome.Iterations,
            Residual = outcome.Residual,
            Code = about.Code,
            Name = about.Name,
            ActionsChanged = Enumerable.Range(0, scenario.Actions.Length)
                .Count(a => IsChanged(solver.Scenario.Actions[a], scenario.Actions[a])),
        };
        if (outcome.Status != SolveStatus.Converged)
        {
            return result;
        }
        var (old, now) = (GainsMusd(before), GainsMusd(outcome));
        var changes = solver.Scenario.Members.Select(code => (Code: code, Musd: Change(baseline.IndexOfEconomy(code)))).ToList();
        var (loser, most) = changes.MinBy(one => one.Musd);
        var joining = Change(candidate);
        return result with
        {
            OutsideMusd = old[candidate],
            InsideMusd = now[candidate],
            JoiningPct = 100 * joining / solver.IncomeBase[candidate],
            MembersMusd = changes.Sum(one => one.Musd),
            MembersLosing = changes.Count(one => one.Musd < -toleranceMusd),
            LosesMost = most < -toleranceMusd ? loser : "",
            LosesMostMusd = most < -toleranceMusd ? most : 0,
            WantsToJoin = joining > toleranceMusd,
            IsWelcome = most >= -toleranceMusd,
        };

        double Change(int economy) => now[economy] - old[economy];
    }

    private Scenario WithMember(string code)
    {
        // weights of bargaining were given for the members there are
        var draft = loaded.Draft with
        {
            Sharing = null,
            Members =
            [
                .. solver.Scenario.Members.Append(code).Select(one => new FileText(one, $"--accession {code}", 0)),
            ],
        };
        var scenario = ScenarioRunner.Resolve(
            new LoadedScenario(draft, loaded.Folder), solver.Baseline, options, separately: true);
        return scenario with { Options = solver.Scenario.Options };
    }

    private TradeOutcome Solve(
        Scenario scenario, TradeOutcome? warmStart, SolveOptions solve, CancellationToken cancellation)
    {
        var shock = ShockCompiler.Compile(scenario, solver.Baseline, new IssueList());
        var transport = options.Transport ?? (scenario.Actions.Any(action => action.UsesNetwork)
            ? TransportModel.Shipped
            : null);
        if (NetworkCompiler.Compile(scenario, solver.Baseline, transport) is { } edits)
        {
            var journeys = TransportShock.Of(edits, transport!, solver.Baseline, solve.Threads, cancellation);
            shock = shock with { TradeCost = journeys.Cost };
        }
        var gross = shock;
        var costs = options.WithoutCosts ? null : FiscalCost.Prepare(
            scenario, solver.Baseline,
            () => FiscalCost.Traffic(scenario, solver.Baseline, options.Transport, solve.Threads, cancellation),
            () => GainsMusd(solver.Model.Solve(gross, solve, warmStart, cancellation)));
        shock = shock with { InfrastructureCost = costs?.Of(scenario.Actions) };
        return solver.Model.Solve(shock, solve, warmStart, cancellation);
    }

    private static double[] GainsMusd(TradeOutcome outcome) => outcome.Status != SolveStatus.Converged
        ? new double[outcome.WageHat.Length]
        : [.. outcome.Measures.RealIncomeHat.Zip(outcome.Measures.IncomeBase, (hat, income) => income * (hat - 1))];

    private static bool IsChanged(ScenarioAction one, ScenarioAction other) =>
        !(one.By.SequenceEqual(other.By) && one.Importers.SequenceEqual(other.Importers)
            && one.Exporters.SequenceEqual(other.Exporters) && one.Economies.SequenceEqual(other.Economies)
            && one.Crossings.SequenceEqual(other.Crossings) && one.Cells.SequenceEqual(other.Cells));
}
