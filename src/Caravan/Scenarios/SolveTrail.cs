using System.Collections.Immutable;
using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>
/// Where the last solves of one who moves levers ended, oldest first. While one lever moves, the next solve starts where the
/// line through the last solutions leads; only speed depends on it, and the last digits within the tolerance.
/// </summary>
public sealed class SolveTrail
{
    private const int Remembered = 8;

    // sweeps of a solve after a leap of a tariff: through six solutions five, through four eight, from the last alone eighteen
    private const int Through = 6;

    private readonly ImmutableArray<(ScenarioPoint Point, WarmStart State)> _passed;

    private SolveTrail(ImmutableArray<(ScenarioPoint, WarmStart)> passed) => _passed = passed;

    /// <summary>The trail of one who begins.</summary>
    public static SolveTrail Empty { get; } = new([]);

    /// <summary>The trail that goes on to the solution of a scenario.</summary>
    internal SolveTrail To(ScenarioPoint point, WarmStart state) => new(
    [
        .. _passed.Where(one => !(one.Point.NumbersThatDiffer(point) is { Length: 0 } && IsSameModel(one.State, state)))
            .TakeLast(Remembered - 1).Select(one => (one.Point, one.State.Bare())),
        (point, state),
    ]);

    /// <summary>Where the solve of a scenario starts: where the nearest scenarios in which only one number is another
    /// lead, else at the last solution; null where there is none of this model.</summary>
    internal WarmStart? StartOf(ScenarioPoint point, TradeModel model)
    {
        var mine = _passed.Where(one => model.CanStartFrom(one.State)).Reverse().ToArray();
        if (mine.Length == 0)
        {
            return null;
        }
        var (last, moved) = (mine[0].State, -1);
        var near = new List<(double At, WarmStart State)>();
        foreach (var (passed, state) in mine)
        {
            switch (point.NumbersThatDiffer(passed))
            {
                case { Length: 0 }:
                    return state.Knowing(last);
                case [var number] when moved < 0 || moved == number:
                    moved = number;
                    near.Add((passed[number], state));
                    break;
            }
        }
        if (near.Count == 0)
        {
            return last;
        }
        var at = point[moved];
        var nearest = near.OrderBy(one => Math.Abs(one.At - at)).Take(Through).ToArray();
        return WarmStart.Between(nearest, at).Knowing(last);
    }

    private static bool IsSameModel(WarmStart one, WarmStart other) => ReferenceEquals(one.Accounts, other.Accounts);
}
