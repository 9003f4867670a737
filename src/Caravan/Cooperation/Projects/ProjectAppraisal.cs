using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation.Projects;

/// <summary>What projects and pairs of projects add to each other.</summary>
public static class ProjectAppraisal
{
    /// <summary>One row a project, in their order. Sets that are needed and were not valued are.</summary>
    public static ImmutableArray<ProjectWorth> Worths(ProjectProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        problem.Prepare();
        var average = problem.IsSmall ? Shapley.Values(problem.Projects, problem.Worth) : null;
        var known = problem.Known;
        var within = known.Where(set => problem.Fits(set) && problem.MayEnd(set)).ToImmutableArray();
        var best = within.Max(problem.Worth);
        var rows = ImmutableArray.CreateBuilder<ProjectWorth>(problem.Projects);
        for (var project = 0; project < problem.Projects; project++)
        {
            var bestWithout = known.Where(set => !set.Contains(project)).MaxBy(problem.Worth);
            rows.Add(new ProjectWorth
            {
                Project = project,
                Alone = problem.Worth(Coalition.Of(project)) - problem.Worth(Coalition.Empty),
                Last = problem.Worth(problem.All) - problem.Worth(problem.All.Without(project)),
                BestWithout = bestWithout,
                AddedToBest = problem.Worth(bestWithout.With(project)) - problem.Worth(bestWithout),
                Needed = best - within.Where(set => !set.Contains(project)).Max(problem.Worth),
                Average = average?[project],
            });
        }
        return rows.MoveToImmutable();
    }

    /// <summary>One row a pair, first by one project, then by the other. Sets that are needed and were not valued are.
    /// </summary>
    public static ImmutableArray<ProjectInteraction> Interactions(ProjectProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        problem.Prepare();
        var rows = ImmutableArray.CreateBuilder<ProjectInteraction>();
        for (var a = 0; a < problem.Projects; a++)
        {
            for (var b = a + 1; b < problem.Projects; b++)
            {
                rows.Add(new ProjectInteraction(
                    a, b, Together(problem, Coalition.Empty, a, b),
                    Together(problem, problem.All.Without(a).Without(b), a, b),
                    problem.IsSmall ? Average(problem, a, b) : null));
            }
        }
        return rows.ToImmutable();
    }

    private static double Together(ProjectProblem problem, Coalition others, int a, int b) =>
        problem.Worth(others.With(a).With(b)) - problem.Worth(others.With(a)) - problem.Worth(others.With(b))
        + problem.Worth(others);

    // sum over S without a and b of |S|! (n - |S| - 2)! / (n - 1)! times what they add to each other beside S
    private static double Average(ProjectProblem problem, int a, int b)
    {
        var n = problem.Projects;
        var weight = new double[n - 1];
        for (var size = 0; size < n - 1; size++)
        {
            weight[size] = size == 0 ? 1.0 / (n - 1) : weight[size - 1] * size / (n - 1 - size);
        }
        var parts = new double[1 << (n - 2)];
        var count = 0;
        for (var members = 0UL; members < 1UL << n; members++)
        {
            var others = new Coalition(members);
            if (!others.Contains(a) && !others.Contains(b))
            {
                parts[count++] = weight[others.Count] * Together(problem, others, a, b);
            }
        }
        return FixedOrder.Sum(parts);
    }
}
