using System.Numerics;

namespace Caravan.Cooperation;

/// <summary>
/// Corners of the region {x >= 0, M'x &lt;= 1} of one player's mixtures, M the other player's positive payoffs, each with
/// the strategies that are unused by the one or best for the other there.
/// </summary>
internal sealed class BestResponseCorners
{
    private readonly int _own;
    private readonly int _other;
    private readonly Func<int, int, double> _payoff;
    private readonly Func<int, int> _ownLabel;
    private readonly Func<int, int> _otherLabel;
    private readonly List<(double[] Mixture, ulong Labels)> _corners = [];

    private BestResponseCorners(
        int own, int other, Func<int, int, double> payoff, Func<int, int> ownLabel, Func<int, int> otherLabel) =>
        (_own, _other, _payoff, _ownLabel, _otherLabel) = (own, other, payoff, ownLabel, otherLabel);

    public IReadOnlyList<(double[] Mixture, ulong Labels)> Corners => _corners;

    public int Tried { get; private set; }

    /// <summary>True where a corner carries more labels than the player has strategies.</summary>
    public bool IsDegenerate { get; private set; }

    public static BestResponseCorners Of(
        int own, int other, Func<int, int, double> payoff, Func<int, int> ownLabel, Func<int, int> otherLabel)
    {
        var corners = new BestResponseCorners(own, other, payoff, ownLabel, otherLabel);
        corners.Try(new int[own], 0, 0);
        return corners;
    }

    // every choice of as many binding constraints as there are strategies: first x_i = 0, then (M'x)_j = 1
    private void Try(int[] binding, int chosen, int next)
    {
        if (chosen == _own)
        {
            Tried++;
            if (Solve(binding) is { } x)
            {
                Note(x);
            }
            return;
        }
        for (var constraint = next; constraint <= _own + _other - (_own - chosen); constraint++)
        {
            binding[chosen] = constraint;
            Try(binding, chosen + 1, constraint + 1);
        }
    }

    private void Note(double[] x)
    {
        var labels = 0UL;
        for (var i = 0; i < _own; i++)
        {
            if (x[i] < 0 && !MixedEquilibria.IsZero(x[i]))
            {
                return;
            }
            if (MixedEquilibria.IsZero(x[i]))
            {
                x[i] = 0;
                labels |= 1UL << _ownLabel(i);
            }
        }
        var sum = x.Sum();
        if (sum == 0)
        {
            return;
        }
        for (var j = 0; j < _other; j++)
        {
            var slack = 1.0;
            for (var i = 0; i < _own; i++)
            {
                slack -= _payoff(i, j) * x[i];
            }
            if (slack < 0 && !MixedEquilibria.IsZero(slack))
            {
                return;
            }
            labels |= MixedEquilibria.IsZero(slack) ? 1UL << _otherLabel(j) : 0;
        }
        IsDegenerate |= BitOperations.PopCount(labels) > _own;
        double[] mixture = [.. x.Select(value => value / sum)];
        // at a degenerate corner several choices of constraints meet
        if (!_corners.Exists(known => known.Labels == labels
            && known.Mixture.Zip(mixture).All(pair => MixedEquilibria.IsZero(pair.First - pair.Second))))
        {
            _corners.Add((mixture, labels));
        }
    }

    // null where the constraints do not meet in one point
    private double[]? Solve(int[] binding)
    {
        var a = new double[_own, _own + 1];
        for (var row = 0; row < _own; row++)
        {
            var constraint = binding[row];
            for (var i = 0; i < _own; i++)
            {
                a[row, i] = constraint < _own ? constraint == i ? 1 : 0 : _payoff(i, constraint - _own);
            }
            a[row, _own] = constraint < _own ? 0 : 1;
        }
        for (var k = 0; k < _own; k++)
        {
            var pivot = k;
            for (var row = k + 1; row < _own; row++)
            {
                pivot = Math.Abs(a[row, k]) > Math.Abs(a[pivot, k]) ? row : pivot;
            }
            if (Math.Abs(a[pivot, k]) < 1e-11)
            {
                return null;
            }
            for (var column = k; column <= _own; column++)
            {
                (a[k, column], a[pivot, column]) = (a[pivot, column], a[k, column]);
            }
            for (var row = 0; row < _own; row++)
            {
                var factor = row == k ? 0 : a[row, k] / a[k, k];
                for (var column = k; column <= _own && factor != 0; column++)
                {
                    a[row, column] -= factor * a[k, column];
                }
            }
        }
        var x = new double[_own];
        for (var i = 0; i < _own; i++)
        {
            x[i] = a[i, _own] / a[i, i];
        }
        return x;
    }
}
