using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>
/// Sequential bargaining over packages as they are, without payments. Members vote yes where a package gives at least the
/// discounted value of waiting and crosses none of their red lines; the chair proposes the passing package that is best
/// for itself, of equals the one with the largest sum of gains, then the first (Baron and Ferejohn 1989, American
/// Political Science Review 83(4): 1181-1206; rotating order after Rubinstein 1982, Econometrica 50(1): 97-109).
/// </summary>
public static class SequentialBargaining
{
    // the longest search for a stationary equilibrium by adding turns, and the most behaviours tried one by one
    private const int MaxSweeps = 2000;
    private const int MaxPolicies = 200_000;

    /// <summary>Talks of a fixed number of rounds, solved backward from the last; afterwards nothing is agreed.</summary>
    /// <param name="problem">Packages, rule, chair and discount.</param>
    /// <param name="rounds">How many rounds, at least one.</param>
    public static BargainingResult Solve(BargainingProblem problem, int rounds)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        return Finite(problem, rounds);
    }

    /// <summary>
    /// Talks without end: an equilibrium in which every chair does the same whenever the order stands at the same place.
    /// It is the one that talks of ever more turns of the order settle on, or else the first that a search over all such behaviours
    /// finds where there are few; none may exist.
    /// </summary>
    public static BargainingResult Solve(BargainingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var turn = new BargainingTurn(problem);
        var next = new double[problem.Recognition.Positions][];
        Array.Fill(next, new double[problem.Players]);
        int[][]? before = null;
        for (var sweep = 1; sweep <= MaxSweeps; sweep++)
        {
            // later places first: talks of ever more turns of the order, which all end at the same place of it
            var policy = new int[next.Length][];
            for (var position = next.Length - 1; position >= 0; position--)
            {
                var waiting = next[(position + 1) % next.Length];
                policy[position] = turn.Choose(position, waiting);
                next[position] = turn.Value(position, policy[position], waiting);
            }
            if (before is not null && IsSame(before, policy)
                && Check(turn, policy, out var exact) is var residual && residual <= turn.Tolerance)
            {
                return Stationary(turn, policy, exact, sweep, residual);
            }
            before = policy;
        }
        return Search(turn);
    }

    private static BargainingResult Finite(BargainingProblem problem, int rounds)
    {
        var turn = new BargainingTurn(problem);
        var positions = problem.Recognition.Positions;
        var next = new double[positions][];
        Array.Fill(next, new double[problem.Players]);
        var proposals = new List<Proposal>();
        var residual = 0.0;
        for (var round = rounds - 1; round >= 0; round--)
        {
            // every place of the order is followed, so that the talks may be opened by anybody
            var values = new double[positions][];
            for (var start = 0; start < positions; start++)
            {
                var position = (start + round) % positions;
                var policy = turn.Choose(position, next[start]);
                values[start] = turn.Value(position, policy, next[start]);
                residual = Math.Max(residual, turn.Deviation(position, policy, next[start]));
                if (start == 0)
                {
                    proposals.InsertRange(0, turn.Proposals(round, position, policy, next[start]));
                }
                else if (round == 0)
                {
                    proposals.AddRange(turn.Proposals(-start, position, policy, next[start]));
                }
            }
            next = values;
        }
        var opening = proposals.Where(proposal => proposal.Round <= 0).ToList();
        return new BargainingResult
        {
            Status = BargainingStatus.Solved,
            Iterations = rounds,
            Residual = residual,
            Proposals = [.. proposals.Where(proposal => proposal.Round >= 0)],
            Values = [.. next[0]],
            ChairWorth = BargainingTurn.ChairWorth(problem.Players, opening),
        };
    }

    // the values of a policy that never changes, and the most that a single other proposal would gain
    private static double Check(BargainingTurn turn, int[][] policy, out double[][] values)
    {
        values = turn.StationaryValues(policy);
        var residual = 0.0;
        for (var position = 0; position < policy.Length; position++)
        {
            residual = Math.Max(residual,
                turn.Deviation(position, policy[position], values[(position + 1) % policy.Length]));
        }
        return residual;
    }

    private static BargainingResult Search(BargainingTurn turn)
    {
        var chairs = turn.ChairsByPosition;
        var choices = turn.Problem.Packages + 1;
        var seats = chairs.Sum(each => each.Length);
        var policies = Math.Pow(choices, seats);
        for (var number = 0; policies <= MaxPolicies && number < policies; number++)
        {
            var rest = number;
            int[][] policy = [.. chairs.Select(each => each.Select(_ =>
            {
                var choice = rest % choices;
                rest /= choices;
                return choice - 1;
            }).ToArray())];
            if (Check(turn, policy, out var values) is var residual && residual <= turn.Tolerance)
            {
                return Stationary(turn, policy, values, MaxSweeps + number + 1, residual);
            }
        }
        return new BargainingResult
        {
            Status = BargainingStatus.NotFound,
            Iterations = MaxSweeps,
            Residual = double.PositiveInfinity,
            Proposals = [],
            Values = [],
            ChairWorth = [],
        };
    }

    private static BargainingResult Stationary(
        BargainingTurn turn, int[][] policy, double[][] values, int iterations, double residual)
    {
        ImmutableArray<Proposal> proposals =
        [
            .. Enumerable.Range(0, policy.Length).SelectMany(position => turn.Proposals(
                position, position, policy[position], values[(position + 1) % policy.Length])),
        ];
        return new BargainingResult
        {
            Status = BargainingStatus.Solved,
            Iterations = iterations,
            Residual = residual,
            Proposals = proposals,
            Values = [.. values[0]],
            ChairWorth = BargainingTurn.ChairWorth(turn.Problem.Players, proposals),
        };
    }

    private static bool IsSame(int[][] a, int[][] b)
    {
        for (var position = 0; position < a.Length; position++)
        {
            if (!a[position].AsSpan().SequenceEqual(b[position]))
            {
                return false;
            }
        }
        return true;
    }
}
