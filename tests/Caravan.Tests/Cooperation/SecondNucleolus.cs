using Caravan.Cooperation;
using Caravan.Numerics;

namespace Caravan.Tests.Cooperation;

/// <summary>
/// The prenucleolus by another sequence: every coalition has its row in every program, and which of them cannot do better
/// is found by raising each one's payoff in a program of its own instead of by prices. Slow and plain.
/// </summary>
internal static class SecondNucleolus
{
    private const double Tolerance = 1e-8;

    public static double[] Solve(CoalitionGame game)
    {
        var open = Enumerable.Range(1, game.Worth.Length - 2).ToHashSet();
        var settled = new Dictionary<int, double>();
        LinearSolution solution;
        do
        {
            solution = LinearSolver.Solve(Program(game, open, settled, null, 0));
            Assert.Equal(LinearStatus.Optimal, solution.Status);
            var level = solution.Objective;
            foreach (var members in open.ToList())
            {
                var best = LinearSolver.Solve(Program(game, open, settled, level, members));
                Assert.Equal(LinearStatus.Optimal, best.Status);
                if (-best.Objective <= game.Worth[members] - level + Tolerance * game.Scale)
                {
                    settled.Add(members, game.Worth[members] - level);
                    open.Remove(members);
                }
            }
        }
        while (open.Count > 0);
        return [.. solution.Values.Take(game.Players)];
    }

    // without a level: the least largest excess; with one: the largest payoff of one coalition
    private static LinearProgram Program(
        CoalitionGame game, HashSet<int> open, Dictionary<int, double> settled, double? level, int raised)
    {
        var program = new LinearProgram();
        for (var player = 0; player < game.Players; player++)
        {
            program.AddVariable(-(raised >> player & 1));
        }
        var excess = level is { } value ? program.AddVariable(0, value, value) : program.AddVariable(1);
        var all = Enumerable.Range(0, game.Players).ToArray();
        program.AddRow(all, [.. all.Select(_ => 1.0)], game.Total, game.Total);
        foreach (var members in open)
        {
            int[] inside = [.. all.Where(player => (members >> player & 1) == 1), excess];
            program.AddRow(inside, [.. inside.Select(_ => 1.0)], game.Worth[members]);
        }
        foreach (var (members, payoff) in settled)
        {
            int[] inside = [.. all.Where(player => (members >> player & 1) == 1)];
            program.AddRow(inside, [.. inside.Select(_ => 1.0)], payoff - Tolerance / 100, payoff + Tolerance / 100);
        }
        return program;
    }
}
