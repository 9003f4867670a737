using Caravan.Cooperation.Projects;
using static Caravan.Tests.Cooperation.Projects.Problems;

namespace Caravan.Tests.Cooperation.Projects;

public class ProjectAppraisalTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Worths_of_substitutes_are_high_alone_and_nothing_last()
    {
        var rows = ProjectAppraisal.Worths(Of(3, set => (set.Contains(0) || set.Contains(1) ? 10 : 0) + (set.Contains(2) ? 4 : 0)));
        Assert.Equal([10, 10, 4], rows.Select(row => row.Alone));
        Assert.Equal([0, 0, 4], rows.Select(row => row.Last));
        Assert.Equal([5, 5, 4], rows.Select(row => Math.Round(row.Average!.Value, 12)));
        Assert.Equal([Set(1, 2), Set(0, 2), Set(0)], rows.Select(row => row.BestWithout));
        Assert.Equal([0, 0, 4], rows.Select(row => row.AddedToBest));
        Assert.Equal([0, 0, 4], rows.Select(row => row.Needed));
    }

    [Fact]
    public void Worths_needed_counts_what_fits()
    {
        // within two, the pair worth nine; without project 0 the pair worth six
        var rows = ProjectAppraisal.Worths(Of(3, set => set.Players.Sum(p => p == 0 ? 5 : p == 1 ? 4 : 2), null, Budget(2, 1, 1, 1)));
        Assert.Equal([3, 2, 0], rows.Select(row => row.Needed));
    }

    [Fact]
    public void Interactions_of_pairs_are_the_same_in_any_company()
    {
        var worth = Pairwise(6, 4);
        foreach (var pair in ProjectAppraisal.Interactions(Of(6, worth)))
        {
            var (a, b) = (pair.First, pair.Second);
            var together = worth(Set(a, b)) - worth(Set(a)) - worth(Set(b));
            Assert.Equal(together, pair.Alone, Tolerance);
            Assert.Equal(together, pair.Last, Tolerance);
            Assert.Equal(together, pair.Average!.Value, Tolerance);
        }
    }

    [Fact]
    public void Interactions_of_a_corridor_that_needs_four_parts()
    {
        // the index of two of t players without whom nothing is worth anything is 1 / (t - 1)
        var rows = ProjectAppraisal.Interactions(Of(5, set => set.Without(4).Count == 4 ? 12 : 0));
        Assert.Equal(10, rows.Length);
        foreach (var pair in rows)
        {
            var part = pair.Second < 4;
            Assert.Equal((0, part ? 12 : 0), (pair.Alone, pair.Last));
            Assert.Equal(part ? 4 : 0, pair.Average!.Value, Tolerance);
        }
    }

    [Fact]
    public void Worths_and_interactions_of_many_projects_ask_for_few_sets()
    {
        var problem = Of(20, Pairwise(20, 1));
        Assert.All(ProjectAppraisal.Worths(problem), row => Assert.Null(row.Average));
        Assert.Equal(190, ProjectAppraisal.Interactions(problem).Length);
        // nothing, all, one, all but one, two, all but two; and each project joining the best set without it
        Assert.InRange(problem.KnownCount, 2 + 2 * 20 + 2 * 190, 2 + 2 * 20 + 2 * 190 + 20);
    }
}
