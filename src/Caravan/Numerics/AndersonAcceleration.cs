namespace Caravan.Numerics;

/// <summary>
/// Anderson acceleration of a fixed point z = g(z): the next point is the combination of the last few images whose
/// residuals cancel best in least squares (Walker and Ni 2011, SIAM J. Numer. Anal. 49(4), algorithm AA).
/// Allocates once; a step allocates nothing.
/// </summary>
internal sealed class AndersonAcceleration
{
    private readonly int _length;
    private readonly int _window;
    private readonly double[][] _residualSteps;
    private readonly double[][] _imageSteps;
    private readonly double[] _lastResidual;
    private readonly double[] _lastImage;
    private readonly double[] _gram;
    private readonly double[] _factor;
    private readonly double[] _projection;
    private readonly double[] _weight;
    private readonly int[] _order;
    private int _count;
    private int _newest;
    private bool _started;

    public AndersonAcceleration(int length, int window)
    {
        (_length, _window) = (length, window);
        _residualSteps = Columns(window, length);
        _imageSteps = Columns(window, length);
        (_lastResidual, _lastImage) = (new double[length], new double[length]);
        (_gram, _factor) = (new double[window * window], new double[window * window]);
        (_projection, _weight, _order) = (new double[window], new double[window], new int[window]);
    }

    /// <summary>Forgets the history.</summary>
    public void Restart() => (_count, _newest, _started) = (0, 0, false);

    /// <summary>Replaces z by the next point, given its image g(z).</summary>
    public void NextInto(Span<double> z, ReadOnlySpan<double> image)
    {
        if (_started)
        {
            AddStep(z, image);
        }
        for (var e = 0; e < _length; e++)
        {
            _lastResidual[e] = image[e] - z[e];
            _lastImage[e] = image[e];
        }
        _started = true;
        image.CopyTo(z);
        Solve();
        for (var c = 0; c < _count; c++)
        {
            if (_weight[c] != 0)
            {
                Kernels.AddScaled(_imageSteps[c], -_weight[c], z);
            }
        }
    }

    private void AddStep(ReadOnlySpan<double> z, ReadOnlySpan<double> image)
    {
        _newest = _count == 0 ? 0 : (_newest + 1) % _window;
        _count = Math.Min(_count + 1, _window);
        var (residualStep, imageStep) = (_residualSteps[_newest], _imageSteps[_newest]);
        for (var e = 0; e < _length; e++)
        {
            residualStep[e] = image[e] - z[e] - _lastResidual[e];
            imageStep[e] = image[e] - _lastImage[e];
        }
        for (var c = 0; c < _count; c++)
        {
            var product = Kernels.Dot(residualStep, _residualSteps[c]);
            _gram[_newest * _window + c] = product;
            _gram[c * _window + _newest] = product;
        }
    }

    // Cholesky on the normal equations, newest step first; a step that adds nothing new is left out.
    private void Solve()
    {
        var kept = 0;
        Array.Clear(_weight);
        for (var back = 0; back < _count; back++)
        {
            var c = (_newest - back + _window) % _window;
            var pivot = _gram[c * _window + c];
            for (var k = 0; k < kept; k++)
            {
                var value = _gram[c * _window + _order[k]];
                for (var l = 0; l < k; l++)
                {
                    value -= _factor[kept * _window + l] * _factor[k * _window + l];
                }
                value /= _factor[k * _window + k];
                _factor[kept * _window + k] = value;
                pivot -= value * value;
            }
            if (pivot > 1e-13 * _gram[c * _window + c])
            {
                _factor[kept * _window + kept] = Math.Sqrt(pivot);
                _order[kept++] = c;
            }
        }
        for (var k = 0; k < kept; k++)
        {
            var value = Kernels.Dot(_residualSteps[_order[k]], _lastResidual);
            for (var l = 0; l < k; l++)
            {
                value -= _factor[k * _window + l] * _projection[l];
            }
            _projection[k] = value / _factor[k * _window + k];
        }
        for (var k = kept - 1; k >= 0; k--)
        {
            var value = _projection[k];
            for (var l = k + 1; l < kept; l++)
            {
                value -= _factor[l * _window + k] * _weight[_order[l]];
            }
            _weight[_order[k]] = value / _factor[k * _window + k];
        }
    }

    private static double[][] Columns(int count, int length)
    {
        var columns = new double[count][];
        for (var c = 0; c < count; c++)
        {
            columns[c] = new double[length];
        }
        return columns;
    }
}
