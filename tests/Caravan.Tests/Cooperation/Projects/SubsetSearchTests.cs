using Caravan.Cooperation;
using Caravan.Cooperation.Projects;
using static Caravan.Tests.Cooperation.Projects.Problems;

namespace Caravan.Tests.Cooperation.Projects;

public class SubsetSearchTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Run_of_projects_that_add_up_fills_the_budget_best()
    {
        // worth 60, 100, 120 for 10, 20, 30 within 50: the textbook knapsack, whose greedy answer is worth 160
        double[] worth = [60, 100, 120];
        var result = SubsetSearch.Run(Of(3, set => set.Players.Sum(p => worth[p]), null, Budget(50, 10, 20, 30)));
        Assert.Equal((SearchStatus.Exact, Set(1, 2), 220, 8), (result.Status, result.Best, result.Worth, result.Sets));
        Assert.Equal(0, result.Gap);
    }

    [Fact]
    public void Run_takes_complements_together_or_not_at_all()
    {
        // two halves of a railway pay only together; a road pays alone
        double Worth(Coalition set) => (set.Contains(0) && set.Contains(1) ? 10 : 0) + (set.Contains(2) ? 6 : 0) - set.Count;
        Assert.Equal(Set(0, 1, 2), SubsetSearch.Run(Of(3, Worth)).Best);
        Assert.Equal(Set(0, 1), SubsetSearch.Run(Of(3, Worth, null, Budget(2, 1, 1, 1))).Best);
        Assert.Equal(Set(2), SubsetSearch.Run(Of(3, Worth, null, Budget(1, 1, 1, 1))).Best);
    }

    [Fact]
    public void Run_takes_one_of_two_substitutes()
    {
        var result = SubsetSearch.Run(Of(3, set => (set.Contains(0) || set.Contains(1) ? 10 : 0) + (set.Contains(2) ? 1 : 0)
            - 3 * set.Count + (set.Contains(1) ? 1 : 0)));
        Assert.Equal((Set(1), 8), (result.Best, result.Worth));
    }

    [Theory]
    [InlineData(LoserRule.Allowed)]
    [InlineData(LoserRule.NoneAtEnd)]
    public void Run_agrees_with_trying_every_set(LoserRule losers)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var n = 1 + seed % 8;
            var (worth, hurt) = (Wild(n, seed), Wild(n, 100 + seed));
            double Loss(Coalition set) => Math.Max(0, -hurt(set));
            var problem = new ProjectProblem(n, Values(worth, Loss))
            {
                Limits =
                [
                    Budget(10 + seed, Draw(n, seed, 1, 20)), new ProjectLimit("debt", [.. Draw(n, 50 + seed, 0, 5)], 8),
                ],
                Losers = losers,
            };
            var fitting = Every(n).Where(set => problem.Limits.All(limit =>
                set.Players.Sum(p => limit.Amounts[p]) <= limit.Cap)).ToList();
            var best = fitting.Where(set => losers == LoserRule.Allowed || Loss(set) == 0).Max(worth);
            var result = SubsetSearch.Run(problem);
            Assert.Equal((SearchStatus.Exact, best), (result.Status, result.Worth));
            Assert.Equal(fitting.Max(worth), result.WorthWithLosers);
            Assert.Equal(Loss(result.BestWithLosers), result.TransfersNeeded);
            Assert.Equal(fitting.Count, problem.Fitting()!.Value.Length);
            Assert.Equal(result.Best == Coalition.Empty, !result.Needs.IsEmpty);
        }
    }

    [Fact]
    public void Run_is_exact_for_many_projects_where_the_budget_leaves_few_sets()
    {
        // of forty projects at most two can be afforded: 1 + 40 + 780 sets
        var worth = Pairwise(40, 3);
        var problem = Of(40, worth, null, Budget(2, [.. Enumerable.Repeat(1.0, 40)]));
        var result = SubsetSearch.Run(problem);
        Assert.Equal(SearchStatus.Exact, result.Status);
        var best = (from a in Enumerable.Range(0, 40) from b in Enumerable.Range(0, a + 1) select worth(Set(a, b))).Max();
        Assert.Equal(best, result.Worth);
    }

    [Fact]
    public void Run_says_what_a_limit_must_become_where_nothing_fits()
    {
        var result = SubsetSearch.Run(Of(2, set => set.Count == 2 ? 5 : -set.Count, null, Budget(3, 4, 7)));
        Assert.Equal((Coalition.Empty, 0), (result.Best, result.Worth));
        var need = Assert.Single(result.Needs);
        Assert.Equal((11, Set(0, 1)), (need.Cap, need.Projects));
    }

    [Fact]
    public void Run_says_what_transfers_keep_losers_whole_where_every_set_has_some()
    {
        var problem = new ProjectProblem(2, Values(set => 7 * set.Count, set => 2 * set.Count)) { Losers = LoserRule.NoneAtEnd };
        var result = SubsetSearch.Run(problem);
        Assert.Equal(Coalition.Empty, result.Best);
        Assert.Equal((Set(0, 1), 14, 4), (result.BestWithLosers, result.WorthWithLosers, result.TransfersNeeded));
    }

    public static TheoryData<string, int> Shapes => ShapesAndSeeds;

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Run_of_many_projects_is_bounded_where_the_assumption_holds(string shape, int seed)
    {
        const int Many = 13;
        var worth = Shaped(shape, Many, seed);
        ProjectLimit[] limits =
        [
            Budget(seed % 2 == 0 ? 40 : 25, Draw(Many, seed, 1, 10)), new ProjectLimit("debt", [.. Draw(Many, seed + 50, 0, 4)], 9),
        ];
        var problem = new ProjectProblem(Many, Values(worth)) { Limits = [.. limits], ExactSets = 64 };
        var result = SubsetSearch.Run(problem);
        var best = Every(Many).Where(problem.Fits).Max(worth);
        Assert.Equal((SearchStatus.Heuristic, 0), (result.Status, result.Exceptions));
        Assert.True(problem.Fits(result.Best));
        Assert.InRange(best, result.Worth, result.UpperBound + Tolerance);
        Assert.True(result.Sets < 1 << Many - 2, $"{result.Sets} sets");
        // a search from several starts finds nearly all there is
        Assert.InRange(result.Worth, 0.9 * best, best + Tolerance);
    }

    [Fact]
    public void Run_of_many_projects_has_a_small_gap_where_they_interact_little()
    {
        var worth = Pairwise(40, 6, interaction: 0.05);
        var problem = Of(40, worth, null, Budget(60, Draw(40, 6, 1, 10)));
        var result = SubsetSearch.Run(problem);
        Assert.Equal((SearchStatus.Heuristic, 0), (result.Status, result.Exceptions));
        Assert.InRange(result.Gap, 0, 0.1 * result.Worth);
    }

    [Fact]
    public void Run_of_many_projects_avoids_losers()
    {
        var (worth, losers) = (Pairwise(14, 2), Set(3, 5, 8));
        double Loss(Coalition set) => set.Players.Count(losers.Contains);
        var problem = new ProjectProblem(14, Values(worth, Loss)) { ExactSets = 64, Losers = LoserRule.NoneAtEnd };
        var result = SubsetSearch.Run(problem);
        var best = Every(14).Where(set => Loss(set) == 0).Max(worth);
        Assert.Equal(0, problem.Value(result.Best).Loss);
        Assert.InRange(result.Worth, 0.9 * best, best + Tolerance);
        Assert.True(result.WorthWithLosers >= result.Worth && result.UpperBound >= best);
    }

    [Fact]
    public void Run_counts_what_contradicts_the_assumption()
    {
        // three of six projects are worth something together and any fewer nothing: singles and pairs tell nothing of it
        var result = SubsetSearch.Run(new ProjectProblem(6, Values(set => set.Count >= 3 ? 10 : 0))
        {
            ExactSets = 8,
            Limits = [Budget(3, 1, 1, 1, 1, 1, 1)],
        });
        Assert.True(result.Exceptions > 0);
        Assert.InRange(10, result.Worth, result.UpperBound);
    }

    [Fact]
    public void Frontier_is_what_no_cheaper_set_reaches()
    {
        var costs = Draw(6, 1, 1, 10);
        var worth = Wild(6, 5);
        var steps = SubsetSearch.Frontier(Of(6, worth), [.. costs]);
        Assert.Equal((0, 0), (steps[0].Cost, steps[0].Worth));
        foreach (var budget in Draw(20, 7, 0, 60))
        {
            var best = Every(6).Where(set => set.Players.Sum(p => costs[p]) <= budget).Max(worth);
            Assert.Equal(best, steps.Last(step => step.Cost <= budget).Worth);
        }
    }

    [Fact]
    public void Problem_asks_for_each_set_once_and_refuses_what_is_no_value()
    {
        var asked = new List<Coalition>();
        var problem = new ProjectProblem(3, sets =>
        {
            asked.AddRange(sets);
            return [.. sets.Select(set => new ProjectSetValue(set.Count))];
        });
        SubsetSearch.Run(problem);
        ProjectAppraisal.Worths(problem);
        Assert.Equal(Every(3), asked.OrderBy(set => set.Members));
        Assert.Throws<ArgumentException>(() => Of(2, _ => double.NaN).Prepare());
        Assert.Throws<ArgumentException>(() => Of(2, _ => 1, _ => 1).Prepare());
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(2, _ => 1, null, Budget(1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(2, _ => 1, null, Budget(1, 1, -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(129, _ => 1));
    }
}
