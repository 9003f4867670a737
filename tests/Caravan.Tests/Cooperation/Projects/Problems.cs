using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Cooperation.Projects;

namespace Caravan.Tests.Cooperation.Projects;

/// <summary>Problems with known answers, random ones, and answers by trying everything.</summary>
internal static class Problems
{
    public static ProjectProblem Of(
        int projects, Func<Coalition, double> worth, Func<Coalition, double>? loss = null, params ProjectLimit[] limits) =>
        new(projects, Values(worth, loss)) { Limits = [.. limits] };

    public static Func<IReadOnlyList<Coalition>, IReadOnlyList<ProjectSetValue>> Values(
        Func<Coalition, double> worth, Func<Coalition, double>? loss = null) =>
        sets => [.. sets.Select(set => new ProjectSetValue(worth(set), loss?.Invoke(set) ?? 0))];

    public static ProjectLimit Budget(double cap, params double[] costs) => new("budget", [.. costs], cap);

    public static Coalition Set(params int[] projects) => projects.Aggregate(Coalition.Empty, (set, p) => set.With(p));

    public static IEnumerable<Coalition> Every(int projects) =>
        Enumerable.Range(0, 1 << projects).Select(members => new Coalition((ulong)members));

    /// <summary>Any numbers at all for sets, the empty one worth nothing.</summary>
    public static Func<Coalition, double> Wild(int projects, int seed)
    {
        var random = new Random(seed);
        double[] worth = [0, .. Enumerable.Range(1, (1 << projects) - 1).Select(_ => 20 * random.NextDouble() - 5)];
        return set => worth[set.Index];
    }

    /// <summary>Projects that interact in pairs only, as complements and substitutes.</summary>
    public static Func<Coalition, double> Pairwise(int projects, int seed, double interaction = 2)
    {
        var random = new Random(seed);
        double[] alone = [.. Enumerable.Range(0, projects).Select(_ => 12 * random.NextDouble() - 2)];
        double[] pairs = [.. Enumerable.Range(0, projects * projects).Select(_ => interaction * (2 * random.NextDouble() - 1))];
        return set => set.Players.Sum(p =>
            alone[p] + set.Players.Where(q => q < p).Sum(q => pairs[p * projects + q]));
    }

    /// <summary>Routes that serve some of thirty towns each and cost upkeep: returns diminish.</summary>
    public static Func<Coalition, double> Coverage(int projects, int seed)
    {
        var random = new Random(seed);
        int[] towns = [.. Enumerable.Range(0, projects).Select(_ => random.Next(1 << 30) & random.Next(1 << 30))];
        double[] upkeep = [.. Enumerable.Range(0, projects).Select(_ => 3 * random.NextDouble())];
        return set => int.PopCount(set.Players.Aggregate(0, (served, p) => served | towns[p]))
            - set.Players.Sum(p => upkeep[p]);
    }

    /// <summary>A network whose worth grows faster than its size: returns grow.</summary>
    public static Func<Coalition, double> Growing(int projects, int seed)
    {
        var random = new Random(seed);
        double[] size = [.. Enumerable.Range(0, projects).Select(_ => random.NextDouble())];
        double[] upkeep = [.. Enumerable.Range(0, projects).Select(_ => 4 * random.NextDouble())];
        return set => Math.Pow(set.Players.Sum(p => size[p]), 1.8) - set.Players.Sum(p => upkeep[p]);
    }

    /// <summary>The shapes of worth for which the bounds are proven, with six seeds each.</summary>
    public static TheoryData<string, int> ShapesAndSeeds
    {
        get
        {
            var data = new TheoryData<string, int>();
            for (var seed = 0; seed < 6; seed++)
            {
                data.Add("pairwise", seed);
                data.Add("coverage", seed);
                data.Add("growing", seed);
            }
            return data;
        }
    }

    public static Func<Coalition, double> Shaped(string shape, int projects, int seed) => shape switch
    {
        "pairwise" => Pairwise(projects, seed),
        "coverage" => Coverage(projects, seed),
        _ => Growing(projects, seed),
    };

    public static double[] Draw(int count, int seed, double from, double to)
    {
        var random = new Random(1000 + seed);
        return [.. Enumerable.Range(0, count).Select(_ => from + (to - from) * random.NextDouble())];
    }

    /// <summary>Every order of every set of the projects.</summary>
    public static IEnumerable<ImmutableArray<int>> Orders(int projects)
    {
        IEnumerable<ImmutableArray<int>> From(ImmutableArray<int> begun) =>
            Enumerable.Range(0, projects).Where(p => !begun.Contains(p)).SelectMany(p => From(begun.Add(p))).Prepend(begun);
        return From([]);
    }
}
