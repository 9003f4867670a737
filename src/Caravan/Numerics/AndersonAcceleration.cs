using System.Numerics.Tensors;

namespace Caravan.Numerics;

/// <summary>
/// Anderson acceleration of a fixed point z = g(z): the next point is the combination of the last few images whose
/// residuals cancel best in least squares (Walker and Ni 2011, SIAM J. Numer. Anal. 49(4), algorithm AA).
/// Allocates once; a step allocates nothing.
/// </summary>
internal sealed class AndersonAcceleration
{
    // A step of the history that lies this close to the span of the newer ones is left out.
    private const double Independence = 1e-13;

    private readonly int _length;
    private readonly int _window;
    private readonly double[][] _residualSteps;  // [window][length]
    private readonly double[][] _imageSteps;     // [window][length]
    private readonly double[] _residual;
    private readonly double[] _image;
    private readonly double[] _firstResidual;
    private readonly double[] _firstImage;
    private readonly double[] _correction;
    private readonly double[] _gram;           // [window, window]
    private readonly double[] _factor;         // [window, window], by age
    private readonly double[] _products;
    private readonly double[] _projection;     // by age
    private readonly double[] _weight;
    private readonly int[] _kept;              // columns by age
    private int _count;
    private int _newest = -1;
    private bool _started;

    /// <summary>A history of at most <paramref name="window"/> steps of <paramref name="length"/> values.</summary>
    /// <param name="length">Values of a point.</param>
    /// <param name="window">Steps remembered.</param>
    /// <param name="earlier">
    /// What was learnt by an iteration over a similar function that ended where this one starts, remembered besides: what
    /// changes the function by little changes its derivatives by little. Null for nothing.
    /// </param>
    public AndersonAcceleration(int length, int window, AccelerationMemory? earlier = null)
    {
        (_length, _window) = (length, window + (earlier?.Count ?? 0));
        (_residualSteps, _imageSteps) = (Columns(), Columns());
        (_residual, _image, _correction) = (new double[length], new double[length], new double[length]);
        (_firstResidual, _firstImage) = (new double[length], new double[length]);
        (_gram, _factor) = (new double[_window * _window], new double[_window * _window]);
        (_products, _projection, _weight) = (new double[_window], new double[_window], new double[_window]);
        _kept = new int[_window];
        for (var column = 0; column < earlier?.Count; column++)
        {
            OpenColumn();
            TensorPrimitives.ConvertTruncating<float, double>(
                earlier.ResidualSteps.AsSpan(column * length, length), _residualSteps[_newest]);
            TensorPrimitives.ConvertTruncating<float, double>(
                earlier.ImageSteps.AsSpan(column * length, length), _imageSteps[_newest]);
            for (var other = 0; other < _count; other++)
            {
                SetProduct(other, Kernels.Dot(_residualSteps[other], _residualSteps[_newest]));
            }
        }
    }

    // A column of its own each, which the collector treats as the small thing that it is; written before it is read.
    private double[][] Columns()
    {
        var columns = new double[_window][];
        for (var column = 0; column < _window; column++)
        {
            columns[column] = GC.AllocateUninitializedArray<double>(_length);
        }
        return columns;
    }

    /// <summary>The last steps, oldest first, and the way as a whole, which holds those that were forgotten.</summary>
    /// <param name="steps">Most steps kept.</param>
    public AccelerationMemory Remember(int steps)
    {
        var memory = new AccelerationMemory(_count == 0 ? 0 : Math.Min(steps, _count) + 1, _length);
        for (var column = 0; column < memory.Count - 1; column++)
        {
            var at = (_newest - (memory.Count - 2 - column) + _window) % _window;
            memory.Set(column, _residualSteps[at], _imageSteps[at]);
        }
        if (memory.Count > 0)
        {
            var (residualStep, imageStep) = (new double[_length], new double[_length]);
            TensorPrimitives.Subtract(_residual, _firstResidual, residualStep);
            TensorPrimitives.Subtract(_image, _firstImage, imageStep);
            memory.Set(memory.Count - 1, residualStep, imageStep);
        }
        return memory;
    }

    /// <summary>Replaces z by the next point, given its image g(z).</summary>
    public void NextInto(Span<double> z, ReadOnlySpan<double> image)
    {
        RecordStep(z, image);
        FitWeights();
        Array.Clear(_correction);
        for (var column = 0; column < _count; column++)
        {
            Kernels.AddScaled(_imageSteps[column], _weight[column], _correction);
        }
        image.CopyTo(z);
        Kernels.AddScaled(_correction, -1, z);
    }

    private void RecordStep(ReadOnlySpan<double> z, ReadOnlySpan<double> image)
    {
        if (!_started)
        {
            _started = true;
            TensorPrimitives.Subtract(image, z, _residual);
            image.CopyTo(_image);
            _residual.CopyTo(_firstResidual, 0);
            _image.CopyTo(_firstImage, 0);
            for (var column = 0; column < _count; column++)
            {
                _products[column] = Kernels.Dot(_residualSteps[column], _residual);
            }
            return;
        }
        OpenColumn();
        TensorPrimitives.Subtract(image, z, _correction);
        TensorPrimitives.Subtract(_correction, _residual, _residualSteps[_newest]);
        TensorPrimitives.Subtract(image, _image, _imageSteps[_newest]);
        _correction.CopyTo(_residual, 0);
        image.CopyTo(_image);
        for (var column = 0; column < _count; column++)
        {
            (var product, _products[column]) = Kernels.TwoDots(_residualSteps[column], _residualSteps[_newest], _residual);
            SetProduct(column, product);
        }
    }

    private void OpenColumn()
    {
        _newest = (_newest + 1) % _window;
        _count = Math.Min(_count + 1, _window);
    }

    private void SetProduct(int column, double product) =>
        _gram[_newest * _window + column] = _gram[column * _window + _newest] = product;

    // Least squares by Cholesky on the normal equations, newest step first.
    private void FitWeights()
    {
        Array.Clear(_weight);
        var kept = Factor();
        for (var k = 0; k < kept; k++)
        {
            var value = _products[_kept[k]];
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
                value -= _factor[l * _window + k] * _weight[_kept[l]];
            }
            _weight[_kept[k]] = value / _factor[k * _window + k];
        }
    }

    private int Factor()
    {
        var kept = 0;
        for (var age = 0; age < _count; age++)
        {
            var column = (_newest - age + _window) % _window;
            var pivot = _gram[column * _window + column];
            var row = _factor.AsSpan(kept * _window, _window);
            for (var k = 0; k < kept; k++)
            {
                var value = _gram[column * _window + _kept[k]];
                for (var l = 0; l < k; l++)
                {
                    value -= row[l] * _factor[k * _window + l];
                }
                row[k] = value / _factor[k * _window + k];
                pivot -= row[k] * row[k];
            }
            if (pivot > Independence * _gram[column * _window + column])
            {
                row[kept] = Math.Sqrt(pivot);
                _kept[kept++] = column;
            }
        }
        return kept;
    }
}
