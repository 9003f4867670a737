using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Cooperation.Projects;
using static Caravan.Tests.Cooperation.Projects.Problems;

namespace Caravan.Tests.Cooperation.Projects;

public class SequenceSearchTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Run_of_projects_that_add_up_follows_the_discounted_index()
    {
        // for ever, the best order is by w e^(-r d) / (1 - e^(-r d)) (Rothkopf 1966, Management Science 12: 707-713)
        double[] worth = [4, 9, 3, 7, 5], years = [2, 6, 1, 3, 4];
        var schedule = new Schedule { Years = [.. years], Rate = 0.08, Horizon = 2000 };
        var result = SequenceSearch.Run(Of(5, set => set.Players.Sum(p => worth[p])), schedule);
        double Index(int p) => worth[p] * Math.Pow(1.08, -years[p]) / (1 - Math.Pow(1.08, -years[p]));
        Assert.Equal(Enumerable.Range(0, 5).OrderByDescending(Index), result.Order);
        Assert.Equal((SearchStatus.Exact, 0, 32), (result.Status, result.Gap, result.Sets));
    }

    [Fact]
    public void PresentValue_of_one_project_is_the_annuity_from_its_opening()
    {
        var problem = Of(1, set => 10 * set.Count);
        var value = SequenceSearch.PresentValue(problem, new Schedule { Years = [3], Rate = 0.05, Horizon = 30 }, [0]);
        Assert.Equal(10 * (Math.Pow(1.05, -3) - Math.Pow(1.05, -30)) / Math.Log(1.05), value, Tolerance);
        Assert.Equal(10 * 27, SequenceSearch.PresentValue(problem, new Schedule { Years = [3], Rate = 0 }, [0]), Tolerance);
        Assert.Equal(0, SequenceSearch.PresentValue(problem, new Schedule { Years = [31] }, [0]));
    }

    [Fact]
    public void Run_builds_the_halves_of_a_railway_after_each_other_although_the_road_is_worth_more_than_a_half()
    {
        double Worth(Coalition set) => (set.Contains(0) && set.Contains(1) ? 20 : 0) + (set.Contains(2) ? 4 : 0);
        var result = SequenceSearch.Run(Of(3, Worth), new Schedule { Years = [1, 1, 1], Rate = 0.05 });
        Assert.Equal<int>([0, 1, 2], result.Order);
        Assert.True(result.ByValueAlone < result.PresentValue);
        Assert.Equal([1, 2, 3], result.Steps.Select(step => step.Year));
        Assert.Equal([0, 20, 4], result.Steps.Select(step => step.Added));
    }

    [Fact]
    public void Run_leaves_out_what_costs_more_than_it_brings()
    {
        var result = SequenceSearch.Run(
            Of(3, set => set.Players.Sum(p => p == 1 ? -1 : 2)), new Schedule { Years = [1, 1, 1] });
        Assert.Equal<int>([0, 2], result.Order);
    }

    [Theory]
    [InlineData(LoserRule.Allowed)]
    [InlineData(LoserRule.NoneAtEnd)]
    [InlineData(LoserRule.NoneEver)]
    public void Run_agrees_with_every_order_of_every_set(LoserRule losers)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var (worth, hurt) = (Wild(5, seed), Wild(5, 200 + seed));
            double Loss(Coalition set) => Math.Max(0, -hurt(set));
            var problem = new ProjectProblem(5, Values(worth, Loss))
            {
                Limits = [Budget(25, Draw(5, seed, 1, 15))],
                Losers = losers,
            };
            var schedule = new Schedule { Years = [.. Draw(5, 30 + seed, 0.5, 6)], Rate = 0.01 * seed, Horizon = 12 };
            var best = Orders(5).Where(order => MayBe(problem, order))
                .Max(order => SecondRoute(order, worth, schedule));
            var result = SequenceSearch.Run(problem, schedule);
            Assert.Equal(best, result.PresentValue, Tolerance);
            Assert.Equal(best, SecondRoute(result.Order, worth, schedule), Tolerance);
            Assert.True(MayBe(problem, result.Order));
            Assert.Equal(SecondRoute(ByAlone(result.Order, worth), worth, schedule), result.ByValueAlone, Tolerance);
        }
    }

    public static TheoryData<string, int> Shapes => ShapesAndSeeds;

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Run_of_many_projects_is_bounded_where_the_assumption_holds(string shape, int seed)
    {
        const int Many = 13;
        var worth = Shaped(shape, Many, seed);
        var schedule = new Schedule { Years = [.. Draw(Many, seed, 0.5, 4)], Rate = 0.06, Horizon = 25 };
        ImmutableArray<ProjectLimit> limits = seed % 2 == 0 ? [] : [Budget(30, Draw(Many, seed, 1, 10))];
        var best = SequenceSearch.Run(
            new ProjectProblem(Many, Values(worth)) { Limits = limits, ExactSets = 1 << Many }, schedule);
        var result = SequenceSearch.Run(
            new ProjectProblem(Many, Values(worth)) { Limits = limits, ExactSets = 64 }, schedule);
        Assert.Equal((SearchStatus.Exact, SearchStatus.Heuristic), (best.Status, result.Status));
        Assert.InRange(best.PresentValue, result.PresentValue - Tolerance, result.UpperBound + Tolerance);
        Assert.InRange(result.PresentValue, 0.9 * best.PresentValue, best.PresentValue + Tolerance);
        Assert.True(result.Sets < 1 << Many - 2, $"{result.Sets} sets");
    }

    [Fact]
    public void Run_of_many_projects_has_a_small_gap_where_they_interact_little()
    {
        var schedule = new Schedule { Years = [.. Draw(25, 9, 0.5, 4)], Rate = 0.06, Horizon = 25 };
        var result = SequenceSearch.Run(Of(25, Pairwise(25, 9, interaction: 0.05)), schedule);
        Assert.Equal(SearchStatus.Heuristic, result.Status);
        Assert.InRange(result.Gap, 0, 0.2 * result.PresentValue);
    }

    private static bool MayBe(ProjectProblem problem, ImmutableArray<int> order)
    {
        var prefixes = Enumerable.Range(0, order.Length + 1).Select(count => Set([.. order.Take(count)])).ToList();
        return prefixes.All(problem.Fits) && problem.MayEnd(prefixes[^1]) && prefixes.All(problem.MayPass);
    }

    private static ImmutableArray<int> ByAlone(ImmutableArray<int> order, Func<Coalition, double> worth) =>
        [.. order.OrderByDescending(p => worth(Coalition.Of(p)))];

    // stage by stage: an annuity as long as the stage, discounted to the start
    private static double SecondRoute(ImmutableArray<int> order, Func<Coalition, double> worth, Schedule schedule)
    {
        var (value, opened, set) = (0.0, 0.0, Coalition.Empty);
        foreach (var project in order.Append(-1))
        {
            var until = project < 0 ? schedule.Horizon : Math.Min(schedule.Horizon, opened + schedule.Years[project]);
            if (until > opened)
            {
                var length = until - opened;
                var annuity = schedule.Rate == 0
                    ? length : (1 - Math.Pow(1 + schedule.Rate, -length)) / Math.Log(1 + schedule.Rate);
                value += worth(set) * annuity * Math.Pow(1 + schedule.Rate, -opened);
            }
            if (project >= 0)
            {
                (opened, set) = (opened + schedule.Years[project], set.With(project));
            }
        }
        return value;
    }
}
