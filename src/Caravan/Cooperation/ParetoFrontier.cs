using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>Choices that cannot be bettered for one party without loss to another, and the fairest of them.</summary>
public static class ParetoFrontier
{
    /// <summary>
    /// The rows that no other row dominates, in the order of the first column from high to low, then of the others. A row
    /// dominates where it is at least as good in every column and better in one; of equal rows the first stays.
    /// </summary>
    /// <param name="values">[choice, party], finite; higher is better.</param>
    /// <param name="tolerance">Differences of no more count as none, in the values' unit. Default 0.</param>
    public static ImmutableArray<int> Of(Matrix<double> values, double tolerance = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        var order = Enumerable.Range(0, values.Rows).ToArray();
        Array.Sort(order, (a, b) => Compare(values, a, b));
        var frontier = new List<int>();
        foreach (var row in order)
        {
            // whatever dominates a row stands before it in the order, so the frontier so far is enough
            if (!frontier.Exists(other => IsCovered(values, row, other, tolerance)))
            {
                frontier.Add(row);
            }
        }
        return [.. frontier];
    }

    /// <summary>
    /// The row whose smallest value is largest; among such rows the one whose second smallest is largest, and so on
    /// (leximin); the first of equals. -1 where there are no rows.
    /// </summary>
    /// <param name="values">[choice, party], finite; higher is better.</param>
    public static int MaxMin(Matrix<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (best, bestSorted) = (-1, Array.Empty<double>());
        for (var row = 0; row < values.Rows; row++)
        {
            var sorted = values.Row(row).ToArray();
            Array.Sort(sorted);
            if (best < 0 || sorted.AsSpan().SequenceCompareTo(bestSorted) > 0)
            {
                (best, bestSorted) = (row, sorted);
            }
        }
        return best;
    }

    private static int Compare(Matrix<double> values, int a, int b)
    {
        var order = values.Row(b).SequenceCompareTo(values.Row(a));
        return order != 0 ? order : a.CompareTo(b);
    }

    private static bool IsCovered(Matrix<double> values, int row, int other, double tolerance)
    {
        for (var party = 0; party < values.Columns; party++)
        {
            if (values[row, party] > values[other, party] + tolerance)
            {
                return false;
            }
        }
        return true;
    }
}
