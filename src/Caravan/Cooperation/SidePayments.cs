using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>The least that must change hands so that nobody, or no coalition, has a reason to leave.</summary>
public sealed record SidePayments
{
    /// <summary>How the linear program ended; infeasible where no payments among the players are enough.</summary>
    public required LinearStatus Status { get; init; }

    /// <summary>Iterations of the simplex method.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest relative violation recomputed from the solution.</summary>
    public required double Residual { get; init; }

    /// <summary>What changes hands in all; NaN unless optimal.</summary>
    public double Volume { get; init; } = double.NaN;

    /// <summary>What each receives, or pays where negative; empty unless optimal.</summary>
    public ImmutableArray<double> Transfers { get; init; } = [];

    /// <summary>By how much the demands exceed what there is; zero unless infeasible and known.</summary>
    public double Shortfall { get; init; }

    /// <summary>
    /// The least payments that leave nobody below a floor. Those above theirs pay in proportion to what they have above it,
    /// which is one of the cheapest ways and treats all who pay alike.
    /// </summary>
    /// <param name="gains">What each has before any payment.</param>
    /// <param name="floors">What each must have to stay.</param>
    public static SidePayments KeepPlayers(ReadOnlySpan<double> gains, ReadOnlySpan<double> floors)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(floors.Length, gains.Length);
        var (needs, spare) = (new double[gains.Length], new double[gains.Length]);
        for (var player = 0; player < needs.Length; player++)
        {
            needs[player] = Math.Max(0, floors[player] - gains[player]);
            spare[player] = Math.Max(0, gains[player] - floors[player]);
        }
        var (need, have) = (FixedOrder.Sum(needs), FixedOrder.Sum(spare));
        if (need > have)
        {
            return new SidePayments
            {
                Status = LinearStatus.Infeasible,
                Iterations = 0,
                Residual = 0,
                Shortfall = need - have,
            };
        }
        var transfers = new double[gains.Length];
        for (var player = 0; player < transfers.Length; player++)
        {
            transfers[player] = needs[player] - (need > 0 ? spare[player] * need / have : 0);
        }
        return new SidePayments
        {
            Status = LinearStatus.Optimal,
            Iterations = 0,
            Residual = need > 0 ? Math.Abs(FixedOrder.Sum(transfers)) / need : 0,
            Volume = need,
            Transfers = [.. transfers],
        };
    }

    /// <summary>
    /// The least payments that leave no coalition below its worth less a concession: minimise sum r_i subject to x_i = g_i +
    /// r_i - p_i, sum r = sum p, x(S) &gt;= v(S) - concession for every S.
    /// </summary>
    /// <param name="game">What coalitions are worth; the gains sum to what all are worth.</param>
    /// <param name="gains">What each has before any payment.</param>
    /// <param name="concession">
    /// What each coalition but that of all forgoes: zero for the core, its <see cref="CoreResult.LeastExcess"/> for the
    /// least core.
    /// </param>
    /// <exception cref="DllNotFoundException">The linear-programming library is not installed.</exception>
    public static SidePayments KeepCoalitions(CoalitionGame game, ReadOnlySpan<double> gains, double concession = 0)
    {
        ArgumentNullException.ThrowIfNull(game);
        ArgumentOutOfRangeException.ThrowIfNotEqual(gains.Length, game.Players);
        var unit = game.Scale > 0 ? game.Scale : 1;
        var players = game.Players;
        var program = new LinearProgram();
        for (var player = 0; player < players; player++)
        {
            program.AddVariable(0);
        }
        var (received, paid) = (new int[players], new int[players]);
        for (var player = 0; player < players; player++)
        {
            (received[player], paid[player]) = (program.AddVariable(1, 0), program.AddVariable(0, 0));
            var gain = gains[player] / unit;
            program.AddRow([player, received[player], paid[player]], [1, -1, 1], gain, gain);
        }
        int[] all = [.. received, .. paid];
        program.AddRow(all, [.. received.Select(_ => 1.0), .. paid.Select(_ => -1.0)], 0, 0);
        var worth = game.Worth.ToArray();
        var applies = new bool[worth.Length];
        for (var members = 1; members < worth.Length - 1; members++)
        {
            applies[members] = true;
            worth[members] = (worth[members] - concession) / unit;
        }
        var solution = new CoalitionProgram(program, players)
            .Solve(worth, applies, Enumerable.Range(0, players).Select(player => Coalition.Of(player).Index));
        if (solution.Status != LinearStatus.Optimal)
        {
            return new SidePayments
            {
                Status = solution.Status,
                Iterations = solution.Iterations,
                Residual = solution.Residual,
            };
        }
        return new SidePayments
        {
            Status = LinearStatus.Optimal,
            Iterations = solution.Iterations,
            Residual = solution.Residual,
            Volume = solution.Objective * unit,
            Transfers =
            [
                .. Enumerable.Range(0, players)
                    .Select(player => unit * (solution.Values[received[player]] - solution.Values[paid[player]])),
            ],
        };
    }
}
