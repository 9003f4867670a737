using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>
/// One program of Maschler's sequence: the payoffs of some coalitions are settled, and the largest excess of all others
/// is made as small as it can be. Numbers are in units of the game's largest value.
/// </summary>
internal sealed class ExcessStage
{
    private readonly CoalitionGame _game;
    private readonly double[] _worth;
    private HashSet<int> _rows;
    private CoalitionProgram? _last;

    public ExcessStage(CoalitionGame game)
    {
        _game = game;
        Unit = game.Scale > 0 ? game.Scale : 1;
        _worth = [.. game.Worth.ToArray().Select(value => value / Unit)];
        // they bound the excess from below whatever has been settled
        _rows =
        [
            .. Enumerable.Range(0, game.Players).SelectMany(player => (int[])
            [
                Coalition.Of(player).Index, game.Grand.Without(player).Index,
            ]),
        ];
    }

    /// <summary>The unit in which solutions are measured.</summary>
    public double Unit { get; }

    /// <summary>Values: one payoff a player, then the largest excess.</summary>
    /// <param name="span">Coalitions whose payoffs follow from those settled have no row.</param>
    /// <param name="settled">Coalitions with a payoff, in the game's unit.</param>
    /// <param name="individuallyRational">Whether nobody may get less than alone.</param>
    public LinearSolution Solve(
        CoalitionSpan span, IReadOnlyList<(Coalition Coalition, double Payoff)> settled, bool individuallyRational)
    {
        var players = _game.Players;
        var program = new LinearProgram();
        for (var player = 0; player < players; player++)
        {
            program.AddVariable(0, individuallyRational ? _worth[1 << player] : double.NegativeInfinity);
        }
        var level = program.AddVariable(1);
        var all = Enumerable.Range(0, players).ToArray();
        program.AddRow(all, [.. all.Select(_ => 1.0)], _worth[^1], _worth[^1]);
        foreach (var (coalition, payoff) in settled)
        {
            var members = all.Where(coalition.Contains).ToArray();
            program.AddRow(members, [.. members.Select(_ => 1.0)], payoff / Unit, payoff / Unit);
        }
        var applies = span.Mark();
        for (var members = 0; members < applies.Length; members++)
        {
            applies[members] = !applies[members];
        }
        _last = new CoalitionProgram(program, players, level);
        var solution = _last.Solve(_worth, applies, _rows.Order());
        _rows = [.. _rows, .. _last.RowOf.Keys];
        return solution;
    }

    /// <summary>Coalitions that have this excess in every solution of the last program, with their prices.</summary>
    public IReadOnlyList<(Coalition Coalition, double Price)> Binding(LinearSolution solution, double noPrice) =>
    [
        .. _last!.RowOf.Select(row => (new Coalition((ulong)row.Key), solution.Prices[row.Value]))
            .Where(row => row.Item2 > noPrice).OrderBy(row => row.Item1.Members),
    ];
}
