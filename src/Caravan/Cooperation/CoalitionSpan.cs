namespace Caravan.Cooperation;

/// <summary>
/// Which coalitions' payoffs follow from those of a few others: the span of their indicator vectors, in whole numbers,
/// so that no tolerance decides. Begins with the coalition of all players.
/// </summary>
internal sealed class CoalitionSpan
{
    // Reduced rows: each has its pivot where all others have zero. Minors of 0-1 matrices of 20 rows stay below 1e8,
    // so products fit a long; arithmetic is checked all the same.
    private readonly List<(int Pivot, long[] Row)> _rows = [];
    private readonly int _players;

    public CoalitionSpan(int players)
    {
        _players = players;
        Add(Coalition.Grand(players));
    }

    public int Rank => _rows.Count;

    /// <summary>Adds a coalition; false where its payoff followed already.</summary>
    public bool Add(Coalition coalition)
    {
        var row = Reduce(coalition);
        var pivot = Array.FindIndex(row, entry => entry != 0);
        if (pivot < 0)
        {
            return false;
        }
        for (var index = 0; index < _rows.Count; index++)
        {
            if (_rows[index].Row[pivot] != 0)
            {
                _rows[index] = (_rows[index].Pivot, Eliminate(_rows[index].Row, row, pivot));
            }
        }
        _rows.Add((pivot, row));
        return true;
    }

    /// <summary>True where the coalition's payoff follows from those added.</summary>
    public bool Contains(Coalition coalition) => Array.TrueForAll(Reduce(coalition), entry => entry == 0);

    /// <summary>For every coalition in the order of bits whether its payoff follows.</summary>
    public bool[] Mark()
    {
        var marks = new bool[1 << _players];
        Array.Fill(marks, true);
        var sums = new long[marks.Length];
        foreach (var direction in NullVectors())
        {
            for (var player = 0; player < _players; player++)
            {
                var half = 1 << player;
                for (var members = 0; members < half; members++)
                {
                    sums[half + members] = sums[members] + direction[player];
                }
            }
            for (var members = 0; members < marks.Length; members++)
            {
                marks[members] &= sums[members] == 0;
            }
        }
        return marks;
    }

    // one vector a free column: the span is what is orthogonal to all of them
    private IEnumerable<long[]> NullVectors()
    {
        var pivots = _rows.Select(row => row.Pivot).ToHashSet();
        foreach (var free in Enumerable.Range(0, _players).Where(column => !pivots.Contains(column)))
        {
            var common = _rows.Aggregate(1L, (so, row) => checked(so / Divisor(so, row.Row[row.Pivot]) * row.Row[row.Pivot]));
            var vector = new long[_players];
            vector[free] = common;
            foreach (var (pivot, row) in _rows)
            {
                vector[pivot] = checked(-row[free] * (common / row[pivot]));
            }
            yield return vector;
        }
    }

    private long[] Reduce(Coalition coalition)
    {
        var row = new long[_players];
        for (var player = 0; player < _players; player++)
        {
            row[player] = coalition.Contains(player) ? 1 : 0;
        }
        foreach (var (pivot, other) in _rows)
        {
            row = row[pivot] == 0 ? row : Eliminate(row, other, pivot);
        }
        return row;
    }

    private static long[] Eliminate(long[] row, long[] by, int pivot)
    {
        var (mine, its) = (row[pivot], by[pivot]);
        var result = new long[row.Length];
        var divisor = 0L;
        for (var column = 0; column < row.Length; column++)
        {
            result[column] = checked(row[column] * its - by[column] * mine);
            divisor = Divisor(divisor, result[column]);
        }
        for (var column = 0; column < row.Length && divisor > 1; column++)
        {
            result[column] /= divisor;
        }
        return result;
    }

    private static long Divisor(long a, long b)
    {
        (a, b) = (Math.Abs(a), Math.Abs(b));
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }
        return a;
    }
}
