using Caravan.Cooperation;
using Caravan.Cooperation.Projects;
using Caravan.Data;
using Caravan.Scenarios;
using Caravan.Scenarios.Projects;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios.Projects;

public class ProjectRankingTests
{
    // of incomes of about a thousand million; the solver's own tolerance is 1e-10 of them
    private const double Tolerance = 1e-6;

    private static readonly string[] s_lines =
    [
        "{id: line, lever: link, project: new-line}", "{id: gate, lever: link, project: fast-gate}",
        "{id: tariffs, lever: tariff, change: -50%}",
        "{id: road, lever: link, link: {mode: road, from: Beta, to: Bay, km: 120, speed_kmh: 90}}",
    ];

    // a port that all gain by, a wall by which Borland takes from Aland, a park in Aland
    private static readonly string[] s_costed =
    [
        "{id: port, lever: ntb, points: -2pp, cost_musd: 20, years: [2024, 2028], finance: {life: 25}}",
        "{id: wall, lever: tariff, importers: BBB, exporters: AAA, sectors: GDS, to: 12%, cost_musd: 0.01, years: [2025, 2026]}",
        "{id: park, lever: productivity, economies: AAA, change: 0.5%, cost_musd: 5, years: [2025, 2026]}",
        "{id: tariffs, lever: tariff, importers: AAA, exporters: BBB, change: -10%}",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_worths_are_those_of_runs_with_these_actions(bool othersInForce)
    {
        var result = Rank(s_lines, new ProjectRankingOptions { OthersInForce = othersInForce });
        string[] others = othersInForce ? ["tariffs"] : [];
        string[] all = ["line", "gate", "road"];
        Assert.Equal((SolveStatus.Converged, false), (result.Status, result.IsNetOfCost));
        Assert.Equal<string>(all, result.Projects.Select(project => project.Id));
        Assert.Equal<string>(["tariffs"], result.Others);
        foreach (var project in result.Projects)
        {
            var alone = Members(s_lines, [project.Id, .. others]) - Members(s_lines, others);
            var last = Members(s_lines, [.. all, .. others]) - Members(s_lines, [.. all.Except([project.Id]), .. others]);
            Assert.Equal(alone, project.AloneMusd, Tolerance);
            Assert.Equal(last, project.LastMusd, Tolerance);
            Assert.True(project.AloneMusd > 100 * Tolerance);
        }
        var pair = result.Pairs.Single(pair => (pair.First, pair.Second) == ("line", "road"));
        Assert.Equal(
            Members(s_lines, ["line", "road", .. others]) - Members(s_lines, ["line", .. others])
            - Members(s_lines, ["road", .. others]) + Members(s_lines, others), pair.AloneMusd, Tolerance);
        Assert.Equal(result.Projects.Sum(project => project.AverageMusd), result.Choice!.WorthMusd, Tolerance);
    }

    [Fact]
    public void Run_worth_is_net_of_capital_and_upkeep_as_a_yearly_amount()
    {
        var result = Rank(s_costed, new ProjectRankingOptions { DiscountRate = 0.08 });
        var port = result.Projects[0];
        // four years of 5 with interest to the year before opening, spread over 25 years; 2 % a year of upkeep
        var atOpening = 5 * (1 + 1.08 + Math.Pow(1.08, 2) + Math.Pow(1.08, 3));
        var yearly = atOpening * 0.08 / (1 - Math.Pow(1.08, -25)) + 0.4;
        Assert.Equal(yearly, port.YearlyCostMusd, Tolerance);
        var alone = Gross(s_costed, ["port", "tariffs"]) - Gross(s_costed, ["tariffs"]);
        Assert.Equal(alone - yearly, port.AloneMusd, Tolerance);
        Assert.True(result.IsNetOfCost && result.WithoutCost.IsEmpty);
    }

    [Fact]
    public void Run_of_an_economy_counts_its_income_net_of_what_its_public_pays()
    {
        var result = Rank(s_costed, new ProjectRankingOptions { Objective = "aland" });
        double Aland(params string[] ids) => Run(s_costed, ids).Economies[0].RealIncomeMusd;
        Assert.Equal(Aland("park", "tariffs") - Aland("tariffs"), result.Projects[2].AloneMusd, Tolerance);
        Assert.Equal("real income of Aland", result.ObjectiveText);
        var gain = result.Gains.Single(gain => (gain.Project, gain.Economy) == ("park", "AAA"));
        Assert.Equal(result.Projects[2].AloneMusd, gain.AloneMusd, Tolerance);
    }

    [Fact]
    public void Run_chooses_and_orders_as_trying_everything_does()
    {
        var options = new ProjectRankingOptions { BudgetMusd = 20.5, YearlyBudgetMusd = 4, DiscountRate = 0.06, HorizonYears = 15 };
        var result = Rank(s_costed, options);
        double[] costs = [20, 0.01, 5];
        string[] ids = ["port", "wall", "park"];
        double Worth(Coalition set) => Gross(s_costed, [.. set.Players.Select(p => ids[p]), "tariffs"])
            - Gross(s_costed, ["tariffs"]) - set.Players.Sum(p => result.Projects[p].YearlyCostMusd);
        var sets = Enumerable.Range(0, 8).Select(members => new Coalition((ulong)members))
            .Where(set => set.Players.Sum(p => costs[p]) <= 20.5).ToList();
        Assert.Equal(sets.Max(Worth), result.Choice!.WorthMusd, Tolerance);
        var schedule = new Schedule { Years = [.. costs.Select(cost => cost / 4)], Rate = 0.06, Horizon = 15 };
        var problem = new ProjectProblem(3, asked => [.. asked.Select(set => new ProjectSetValue(Worth(set)))]);
        var best = Tests.Cooperation.Projects.Problems.Orders(3)
            .Where(order => order.Sum(p => costs[p]) <= 20.5)
            .Max(order => SequenceSearch.PresentValue(problem, schedule, order));
        Assert.Equal(best, result.Order!.PresentValueMusd, 100 * Tolerance);
        Assert.True(result.Choice.IsExact && result.Order.IsExact);
        Assert.Equal(3, result.Order.Steps.Length + result.Order.LeftOut.Length);
        Assert.Equal(result.Order.Steps.Select(step => step.SpentMusd / 4), result.Order.Steps.Select(step => step.Year), Close);
    }

    [Fact]
    public void Run_without_losers_leaves_out_the_wall_and_says_what_would_keep_it()
    {
        var free = Rank(s_costed, new ProjectRankingOptions { Objective = "BBB" });
        Assert.Contains("wall", free.Choice!.Projects);
        Assert.Contains("AAA", free.Projects[1].LosesMost!.Economy);
        var result = Rank(s_costed[1..2], new ProjectRankingOptions { Objective = "BBB", Losers = LoserRule.NoneAtEnd });
        Assert.Empty(result.Choice!.Projects);
        Assert.Equal<string>(["wall"], result.Choice.WithLosers);
        var loser = Assert.Single(result.Choice.LosersOfWithLosers);
        Assert.Equal("AAA", loser.Economy);
        Assert.Equal(Run(s_costed[1..2], "wall").Economies[0].RealIncomeMusd, loser.Musd, Tolerance);
        Assert.Empty(result.Order!.Steps);
    }

    [Fact]
    public void Run_below_the_cheapest_says_which_budget_would_do()
    {
        var result = Rank(s_costed[2..], new ProjectRankingOptions { BudgetMusd = 1 });
        Assert.Empty(result.Choice!.Projects);
        var limit = Assert.Single(result.Choice.Limits);
        Assert.Equal(("Budget", 1, 5), (limit.Name, limit.CapMusd, limit.NeededMusd));
        Assert.Equal<string>(["park"], limit.NeededFor);
    }

    [Fact]
    public void Run_is_the_same_for_any_threads_and_a_search_finds_the_best_here()
    {
        var exact = Rank(s_costed, new ProjectRankingOptions(), threads: 2);
        Assert.Equal(exact.Projects.Select(project => project.LastMusd),
            Rank(s_costed, new ProjectRankingOptions(), threads: 1).Projects.Select(project => project.LastMusd));
        var search = Rank(s_costed, new ProjectRankingOptions { ExactProjects = 1 });
        Assert.False(search.Choice!.IsExact || search.Order!.IsExact);
        Assert.Equal<string>(exact.Choice!.Projects, search.Choice.Projects);
        Assert.True(search.Choice.GapMusd >= 0 && search.Projects.All(project => double.IsNaN(project.AverageMusd)));
    }

    [Fact]
    public void Run_refuses_questions_that_have_no_answer()
    {
        Assert.Contains("no action is a project", Problem(s_lines[2..3], new ProjectRankingOptions()));
        var budget = Problem(s_lines, new ProjectRankingOptions { BudgetMusd = 5, Objective = "Alend" });
        Assert.Contains("did you mean Aland?", budget);
        Assert.Contains("s.yaml:6: action line has no cost, which a budget needs; add cost_musd:", budget);
        Assert.Contains("action road has no cost", budget);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProjectRankingOptions { ExactProjects = 17 });
    }

    [Fact]
    public void Run_without_equilibrium_has_a_status_and_no_rows()
    {
        var result = Rank(
            [s_costed[2], "{id: debts, lever: deficit, economies: [AAA], to: -100%, cost_musd: 1, years: [2024, 2025]}"],
            new ProjectRankingOptions());
        Assert.NotEqual(SolveStatus.Converged, result.Status);
        Assert.Contains("debts", result.Unsolved);
        Assert.True(result.Projects.IsEmpty && result.Choice is null && result.Order is null);
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < Tolerance;

    private static string Problem(string[] actions, ProjectRankingOptions options) =>
        Assert.Throws<InputException>(() => Rank(actions, options)).Message;

    private static ProjectRankingResult Rank(string[] actions, ProjectRankingOptions options, int threads = 1)
    {
        using var text = ScenarioText.WithActions(actions);
        return ProjectRanking.Run(text.Load(), TinyWorld.Create(),
            new RunOptions { Transport = TinyNetwork.Model, Solve = new SolveOptions { Threads = threads } }, options);
    }

    // total real income of the members with some of the actions in force
    private static double Members(string[] actions, string[] ids) =>
        Run(actions, ids).Economies.Where(economy => economy.Member).Sum(economy => economy.RealIncomeMusd);

    private static double Gross(string[] actions, string[] ids) => Run(actions, ids, withoutCosts: true).Economies
        .Where(economy => economy.Member).Sum(economy => economy.RealIncomeMusd);

    private static RunResult Run(string[] actions, params string[] ids) => Run(actions, ids, withoutCosts: false);

    private static RunResult Run(string[] actions, string[] ids, bool withoutCosts)
    {
        using var text = ScenarioText.WithActions(
            [.. actions.Where(action => ids.Any(id => action.StartsWith($"{{id: {id},", StringComparison.Ordinal)))]);
        return ScenarioRunner.Run(text.Load(), TinyWorld.Create(),
            new RunOptions { Transport = TinyNetwork.Model, WithoutCosts = withoutCosts })[0];
    }
}
