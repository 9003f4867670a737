using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>
/// Sequential bargaining over how to divide a gain, where members may pay each other. The chair offers the cheapest group
/// that carries the vote the discounted value of waiting and keeps the rest; members left out of the group stay where they
/// are without agreement. Of several equally cheap groups each is as likely. Two players under consensus divide as in
/// Rubinstein (1982, Econometrica 50(1): 97-109): 1 / (1 + delta) for who speaks first; n alike players under majority
/// and lot as in Baron and Ferejohn (1989, American Political Science Review 83(4): 1181-1206): 1 - delta (q - 1) / n for
/// the chair, q the votes that carry, which is 1 - delta (n - 1) / (2 n) for a simple majority of an odd n.
/// </summary>
public static class TransferBargaining
{
    /// <summary>The most players for whom groups of unequal votes are compared.</summary>
    public const int MaxWeightedPlayers = 16;

    private const int MaxSweeps = 100_000;

    /// <summary>Talks of a fixed number of rounds, solved backward from the last; afterwards nothing is agreed.</summary>
    /// <param name="problem">What is divided, rule, chair and discount.</param>
    /// <param name="rounds">How many rounds, at least one.</param>
    public static BargainingResult Solve(DivisionProblem problem, int rounds)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        var turn = new DivisionTurn(problem);
        var positions = problem.Recognition.Positions;
        var next = Zeros(positions, problem.Players);
        var proposals = new List<Proposal>();
        for (var round = rounds - 1; round >= 0; round--)
        {
            var values = new double[positions][];
            for (var start = 0; start < positions; start++)
            {
                var offers = turn.Proposals(round, (start + round) % positions, next[start]);
                values[start] = DivisionTurn.Value(problem.Players, offers);
                if (start == 0)
                {
                    proposals.InsertRange(0, offers);
                }
                else if (round == 0)
                {
                    proposals.AddRange(offers.Select(offer => offer with { Round = -start }));
                }
            }
            next = values;
        }
        return new BargainingResult
        {
            Status = BargainingStatus.Solved,
            Iterations = rounds,
            Residual = proposals.Max(proposal => turn.Violation(proposal)),
            Proposals = [.. proposals.Where(proposal => proposal.Round >= 0)],
            Values = [.. next[0]],
            ChairWorth = BargainingTurn.ChairWorth(
                problem.Players, [.. proposals.Where(proposal => proposal.Round <= 0)]),
        };
    }

    /// <summary>
    /// Talks without end: values that do not change from one turn of the order to the next, found by repeating the turn
    /// until they stand still. Where the chair would have to choose among equally cheap groups with other than equal
    /// probabilities, none is found.
    /// </summary>
    public static BargainingResult Solve(DivisionProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var turn = new DivisionTurn(problem);
        var positions = problem.Recognition.Positions;
        var next = Zeros(positions, problem.Players);
        for (var sweep = 1; sweep <= MaxSweeps; sweep++)
        {
            var change = 0.0;
            // later positions first, so that one sweep carries a value once round the order
            for (var position = positions - 1; position >= 0; position--)
            {
                var offers = turn.Proposals(position, position, next[(position + 1) % positions]);
                var value = DivisionTurn.Value(problem.Players, offers);
                for (var player = 0; player < value.Length; player++)
                {
                    change = Math.Max(change, Math.Abs(value[player] - next[position][player]));
                }
                next[position] = value;
            }
            if (change <= turn.Tolerance)
            {
                return Stationary(turn, next, sweep);
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

    private static BargainingResult Stationary(DivisionTurn turn, double[][] values, int sweeps)
    {
        var problem = turn.Problem;
        var proposals = ImmutableArray.CreateBuilder<Proposal>();
        var residual = 0.0;
        for (var position = 0; position < values.Length; position++)
        {
            var offers = turn.Proposals(position, position, values[(position + 1) % values.Length]);
            var value = DivisionTurn.Value(problem.Players, offers);
            for (var player = 0; player < value.Length; player++)
            {
                residual = Math.Max(residual, Math.Abs(value[player] - values[position][player]));
            }
            proposals.AddRange(offers);
        }
        residual = Math.Max(residual, proposals.Max(proposal => turn.Violation(proposal)));
        return new BargainingResult
        {
            Status = BargainingStatus.Solved,
            Iterations = sweeps,
            Residual = residual,
            Proposals = proposals.ToImmutable(),
            Values = [.. values[0]],
            ChairWorth = BargainingTurn.ChairWorth(problem.Players, proposals),
        };
    }

    private static double[][] Zeros(int positions, int players)
    {
        var zeros = new double[positions][];
        for (var position = 0; position < positions; position++)
        {
            zeros[position] = new double[players];
        }
        return zeros;
    }
}
