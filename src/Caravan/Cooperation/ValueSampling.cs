using System.Buffers.Binary;
using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>
/// Estimates of the Shapley and Banzhaf values for up to 128 players. Draws come in opposite pairs, whose errors partly
/// cancel: an order of joining with the same order backwards, a coalition with everybody else.
/// </summary>
public static class ValueSampling
{
    /// <summary>
    /// The Shapley value from random orders of joining (Castro, Gomez and Tejada 2009), in antithetic pairs (Mitchell,
    /// Cooper, Frank and Holmes 2022). The estimates sum to what all are worth, as the value itself does.
    /// </summary>
    /// <param name="players">2 to 128.</param>
    /// <param name="options">How many draws, from which seed.</param>
    /// <param name="worth">
    /// What coalitions are worth; asked once, for different coalitions, neither empty nor in any particular order.
    /// </param>
    public static SampledValues Shapley(
        int players, SamplingOptions options, Func<ImmutableArray<Coalition>, ImmutableArray<double>> worth)
    {
        Require(players, options, worth);
        var random = new Random(options.Seed);
        var order = Enumerable.Range(0, players).ToArray();
        var walks = ImmutableArray.CreateBuilder<Walk>(2 * options.Pairs);
        for (var pair = 0; pair < options.Pairs; pair++)
        {
            random.Shuffle(order);
            walks.Add(Joining(order));
            walks.Add(Joining([.. order.Reverse()]));
        }
        return Estimate(players, walks.MoveToImmutable(), worth);
    }

    /// <summary>
    /// The Banzhaf value from random coalitions, each player in or out with equal chance, in pairs of complements.
    /// </summary>
    /// <param name="players">2 to 128.</param>
    /// <param name="options">How many draws, from which seed.</param>
    /// <param name="worth">As for the Shapley value.</param>
    public static SampledValues Banzhaf(
        int players, SamplingOptions options, Func<ImmutableArray<Coalition>, ImmutableArray<double>> worth)
    {
        Require(players, options, worth);
        var random = new Random(options.Seed);
        var all = Coalition.Grand(players);
        var walks = ImmutableArray.CreateBuilder<Walk>(2 * options.Pairs);
        Span<byte> bytes = stackalloc byte[Coalition.MaxPlayers / 8];
        for (var pair = 0; pair < options.Pairs; pair++)
        {
            random.NextBytes(bytes);
            var drawn = BinaryPrimitives.ReadUInt128LittleEndian(bytes) & all.Members;
            walks.Add(Switching(players, new Coalition(drawn)));
            walks.Add(Switching(players, new Coalition(all.Members & ~drawn)));
        }
        return Estimate(players, walks.MoveToImmutable(), worth);
    }

    private static void Require(int players, SamplingOptions options, object worth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, Coalition.MaxPlayers);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(worth);
    }

    private static Walk Joining(int[] order)
    {
        var (with, without) = (new Coalition[order.Length], new Coalition[order.Length]);
        var present = Coalition.Empty;
        foreach (var player in order)
        {
            (without[player], with[player]) = (present, present.With(player));
            present = present.With(player);
        }
        return new Walk(with, without);
    }

    private static Walk Switching(int players, Coalition present) => new(
        [.. Enumerable.Range(0, players).Select(present.With)], [.. Enumerable.Range(0, players).Select(present.Without)]);

    private static SampledValues Estimate(
        int players, ImmutableArray<Walk> walks, Func<ImmutableArray<Coalition>, ImmutableArray<double>> worth)
    {
        ImmutableArray<Coalition> asked =
        [
            .. walks.SelectMany(walk => walk.With.Concat(walk.Without)).Distinct().Where(one => one.Count > 0),
        ];
        var answers = worth(asked);
        ArgumentOutOfRangeException.ThrowIfNotEqual(answers.Length, asked.Length, nameof(worth));
        var known = new Dictionary<Coalition, double>(asked.Length + 1) { [Coalition.Empty] = 0 };
        for (var each = 0; each < asked.Length; each++)
        {
            known.Add(asked[each], answers[each]);
        }
        var pairs = walks.Length / 2;
        var (values, errors) = (new double[players], new double[players]);
        var means = new double[pairs];
        for (var player = 0; player < players; player++)
        {
            for (var pair = 0; pair < pairs; pair++)
            {
                means[pair] = (Added(walks[2 * pair], player) + Added(walks[2 * pair + 1], player)) / 2;
            }
            values[player] = FixedOrder.Sum(means) / pairs;
            for (var pair = 0; pair < pairs; pair++)
            {
                means[pair] = (means[pair] - values[player]) * (means[pair] - values[player]);
            }
            errors[player] = Math.Sqrt(FixedOrder.Sum(means) / (pairs - 1) / pairs);
        }
        return new SampledValues
        {
            Pairs = pairs,
            Coalitions = asked.Length,
            Values = [.. values],
            StandardErrors = [.. errors],
        };

        double Added(Walk walk, int player) => known[walk.With[player]] - known[walk.Without[player]];
    }

    // for each player a coalition with it and the same without it
    private sealed record Walk(Coalition[] With, Coalition[] Without);
}
