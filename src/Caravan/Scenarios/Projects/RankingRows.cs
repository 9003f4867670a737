using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Cooperation.Projects;
using Caravan.Data;

namespace Caravan.Scenarios.Projects;

/// <summary>From numbers of projects to rows with names, and with who gains and loses.</summary>
internal sealed class RankingRows(
    ProjectSets sets, ProjectCosts costs, DebtCheck? debt, ImmutableArray<ScenarioAction> projects, Scenario scenario, Baseline baseline,
    ProjectRankingOptions options)
{
    // of what the smaller of two projects is worth alone
    private const double Independent = 0.01;

    private Coalition All => Coalition.Grand(projects.Length);

    /// <summary>One row a project.</summary>
    public ImmutableArray<RankedProject> Projects(ImmutableArray<ProjectWorth> worths)
    {
        var last = LastGains();
        return
        [
            .. worths.Select(worth => new RankedProject
            {
                Id = projects[worth.Project].Id,
                Title = projects[worth.Project].Title,
                CostMusd = costs.Capital[worth.Project],
                YearlyCostMusd = costs.Yearly[worth.Project],
                AloneMusd = worth.Alone,
                LastMusd = worth.Last,
                AverageMusd = worth.Average ?? double.NaN,
                AddedToBestMusd = worth.AddedToBest,
                BestWithout = Ids(worth.BestWithout),
                NeededMusd = worth.Needed,
                GainsMost = sets.GainsMost(last[worth.Project]),
                LosesMost = sets.LosesMost(last[worth.Project]),
            }),
        ];
    }

    /// <summary>One row a project and economy.</summary>
    public ImmutableArray<ProjectEconomyGain> Gains()
    {
        var alone = sets.Gains([.. Enumerable.Range(0, projects.Length).Select(Coalition.Of)], net: true);
        var last = LastGains();
        return
        [
            .. Enumerable.Range(0, projects.Length).SelectMany(project => baseline.Economies.Select((economy, n) =>
                new ProjectEconomyGain(projects[project].Id, economy.Code, economy.Name, scenario.Members.Contains(economy.Code),
                    alone[project][n], last[project][n], sets.Loses(last[project], n)))),
        ];
    }

    /// <summary>One row a pair.</summary>
    public ImmutableArray<ProjectPair> Pairs(ImmutableArray<ProjectInteraction> pairs, ProjectProblem problem)
    {
        double Alone(int project) =>
            Math.Abs(problem.Worth(Coalition.Of(project)) - problem.Worth(Coalition.Empty));
        return
        [
            .. pairs.Select(pair =>
            {
                var without = All.Without(pair.First).Without(pair.Second);
                var gains = sets.Gains([All, without.With(pair.First), without.With(pair.Second), without], net: false);
                double[] together = [.. gains[0].Select((gain, n) => gain - gains[1][n] - gains[2][n] + gains[3][n])];
                return new ProjectPair
                {
                    First = projects[pair.First].Id,
                    Second = projects[pair.Second].Id,
                    AloneMusd = pair.Alone,
                    AverageMusd = pair.Average ?? double.NaN,
                    LastMusd = pair.Last,
                    Kind = KindOf(pair, Independent * Math.Min(Alone(pair.First), Alone(pair.Second))),
                    GainsMost = sets.GainsMost(together),
                    LosesMost = sets.LosesMost(together),
                };
            }),
        ];
    }

    /// <summary>The best set.</summary>
    public ProjectChoice Choice(SubsetResult result, ProjectProblem problem)
    {
        var gains = sets.Gains([result.Best, result.BestWithLosers], net: true);
        return new ProjectChoice
        {
            IsExact = result.Status == SearchStatus.Exact,
            Sets = result.Sets,
            Projects = Ids(result.Best),
            WorthMusd = result.Worth,
            CostMusd = costs.Of(result.Best),
            GapMusd = result.Gap,
            Exceptions = result.Exceptions,
            LargestExceptionMusd = result.LargestException,
            Losers = sets.Losers(gains[0]),
            WithLosers = Ids(result.BestWithLosers),
            WithLosersWorthMusd = result.WorthWithLosers,
            LosersOfWithLosers = sets.Losers(gains[1]),
            Debt = debt?.Uses(result.Best) ?? [],
            WithoutDebtLimits = Ids(result.BestUnchecked),
            WithoutDebtLimitsWorthMusd = problem.Worth(result.BestUnchecked),
            DebtBreaches = debt?.Breaches(result.BestUnchecked) ?? [],
            Limits =
            [
                .. problem.Limits.Select(limit =>
                {
                    var need = result.Needs.FirstOrDefault(need => need.Limit == limit);
                    return new ProjectLimitUse(limit.Name, limit.Cap, limit.Used(result.Best), limit.Used(All),
                        need?.Cap ?? double.NaN, need is null ? [] : Ids(need.Projects));
                }),
            ],
        };
    }

    /// <summary>The best order.</summary>
    public ProjectOrder Order(SequenceResult result)
    {
        var gains = sets.Gains([.. result.Steps.Select(step => step.Open)], net: true);
        return new ProjectOrder
        {
            IsExact = result.Status == SearchStatus.Exact,
            Steps =
            [
                .. result.Steps.Select((step, at) => new OpeningRow(
                    projects[step.Project].Id, projects[step.Project].Title, step.Year, step.Added, step.Worth,
                    costs.Of(step.Open), sets.Losers(gains[at]))),
            ],
            LeftOut = Ids(result.Order.Aggregate(All, (set, project) => set.Without(project))),
            PresentValueMusd = result.PresentValue,
            GapMusd = result.Gap,
            ByValueAloneMusd = result.ByValueAlone,
            ByValueForTimeMusd = options.YearlyBudgetMusd is null ? double.NaN : result.ByValueForTime,
        };
    }

    /// <summary>What each budget buys.</summary>
    public ImmutableArray<BudgetRow> Budgets(ImmutableArray<BudgetStep> steps) =>
        [.. steps.Select(step => new BudgetRow(step.Cost, step.Worth, Ids(step.Projects)))];

    /// <summary>Solves what the rows of every ranking need, in one go.</summary>
    public void Prepare() => sets.Gains(
    [
        All, .. Enumerable.Range(0, projects.Length).Select(Coalition.Of),
        .. Enumerable.Range(0, projects.Length).Select(project => All.Without(project)),
    ], net: true);

    private ImmutableArray<double[]> LastGains()
    {
        var gains = sets.Gains([All, .. Enumerable.Range(0, projects.Length).Select(project => All.Without(project))], net: true);
        return [.. gains.Skip(1).Select(without => gains[0].Zip(without, (all, less) => all - less).ToArray())];
    }

    private ImmutableArray<string> Ids(Coalition set) => [.. set.Players.Select(project => projects[project].Id)];

    private static PairKind KindOf(ProjectInteraction pair, double small) =>
        Math.Abs(pair.Alone) <= small && Math.Abs(pair.Last) <= small ? PairKind.Independent
        : pair.Alone >= -small && pair.Last >= -small ? PairKind.Complements
        : pair.Alone <= small && pair.Last <= small ? PairKind.Substitutes
        : PairKind.Mixed;
}
