using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>
/// A linear program with a row for every coalition, <c>x(S) + level &gt;= worth(S)</c>, of which only those are given to the
/// solver that a solution without them would violate. The first variables of the program are the players' payoffs.
/// </summary>
internal sealed class CoalitionProgram
{
    // Violations are measured against the largest number of the game, which callers scale to about one.
    private const double Tolerance = 1e-9;
    private const int MostAtOnce = 48;
    private const int MostRounds = 500;

    private readonly LinearProgram _program;
    private readonly int _players;
    private readonly int _level;
    private readonly Dictionary<int, int> _rowOf = [];

    /// <param name="program">Variables and rows other than the coalitions'; the payoffs come first.</param>
    /// <param name="players">How many players.</param>
    /// <param name="level">A variable added to each coalition's payoff, or -1.</param>
    public CoalitionProgram(LinearProgram program, int players, int level = -1) =>
        (_program, _players, _level) = (program, players, level);

    /// <summary>Coalitions with a row in the program, each with the number of the row.</summary>
    public IReadOnlyDictionary<int, int> RowOf => _rowOf;

    /// <summary>The solution of the whole program, every coalition's row satisfied.</summary>
    /// <param name="worth">Right-hand sides, one a coalition, in the order of bits.</param>
    /// <param name="applies">Which coalitions have a row.</param>
    /// <param name="first">Coalitions that get their row at once.</param>
    public LinearSolution Solve(ReadOnlySpan<double> worth, bool[] applies, IEnumerable<int> first)
    {
        foreach (var members in first)
        {
            if (applies[members])
            {
                AddRow(members, worth[members]);
            }
        }
        var sums = new double[worth.Length];
        var iterations = 0;
        var residual = 0.0;
        for (var round = 0; round < MostRounds; round++)
        {
            var solution = LinearSolver.Solve(_program);
            iterations += solution.Iterations;
            residual = Math.Max(residual, solution.Residual);
            if (solution.Status != LinearStatus.Optimal)
            {
                return solution with { Iterations = iterations };
            }
            var violation = AddViolated(solution, worth, applies, sums);
            if (violation.Added == 0)
            {
                // what is left violated has its row already and is within the solver's tolerance
                return solution with { Iterations = iterations, Residual = Math.Max(residual, violation.Worst) };
            }
        }
        return new LinearSolution { Status = LinearStatus.Stopped, Iterations = iterations, Residual = double.NaN };
    }

    private (int Added, double Worst) AddViolated(
        LinearSolution solution, ReadOnlySpan<double> worth, bool[] applies, double[] sums)
    {
        for (var player = 0; player < _players; player++)
        {
            var half = 1 << player;
            for (var members = 0; members < half; members++)
            {
                sums[half + members] = sums[members] + solution.Values[player];
            }
        }
        var level = _level < 0 ? 0 : solution.Values[_level];
        var (violated, worst) = (new List<(double Violation, int Members)>(), 0.0);
        for (var members = 1; members < worth.Length; members++)
        {
            var violation = worth[members] - sums[members] - level;
            if (applies[members] && violation > Tolerance)
            {
                worst = Math.Max(worst, violation);
                if (!_rowOf.ContainsKey(members))
                {
                    violated.Add((violation, members));
                }
            }
        }
        violated.Sort((a, b) => a.Violation != b.Violation
            ? b.Violation.CompareTo(a.Violation)
            : a.Members.CompareTo(b.Members));
        foreach (var (_, members) in violated.Take(MostAtOnce))
        {
            AddRow(members, worth[members]);
        }
        return (violated.Count, worst);
    }

    private void AddRow(int members, double worth)
    {
        if (_rowOf.ContainsKey(members))
        {
            return;
        }
        var variables = Enumerable.Range(0, _players).Where(new Coalition((ulong)members).Contains).ToList();
        if (_level >= 0)
        {
            variables.Add(_level);
        }
        _rowOf.Add(members, _program.AddRow([.. variables], [.. variables.Select(_ => 1.0)], worth));
    }
}
