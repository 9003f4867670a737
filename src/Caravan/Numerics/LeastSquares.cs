namespace Caravan.Numerics;

/// <summary>Ordinary least squares of one variable on a few others, by the normal equations.</summary>
internal sealed class LeastSquares
{
    private LeastSquares(double[] coefficients, double rSquared) => (Coefficients, RSquared) = (coefficients, rSquared);

    /// <summary>The intercept, then one coefficient a regressor.</summary>
    public double[] Coefficients { get; }

    /// <summary>Share of the variance explained.</summary>
    public double RSquared { get; }

    /// <summary>Fits <paramref name="y"/> on the rows of <paramref name="x"/> and an intercept.</summary>
    public static LeastSquares Fit(IReadOnlyList<double> y, IReadOnlyList<double[]> x)
    {
        if (y.Count != x.Count || y.Count == 0)
        {
            throw new ArgumentException($"{y.Count} values for {x.Count} rows");
        }
        var width = x[0].Length + 1;
        var normal = new double[width, width];
        var right = new double[width];
        for (var row = 0; row < y.Count; row++)
        {
            for (var a = 0; a < width; a++)
            {
                right[a] += Regressor(x[row], a) * y[row];
                for (var b = 0; b < width; b++)
                {
                    normal[a, b] += Regressor(x[row], a) * Regressor(x[row], b);
                }
            }
        }
        var fit = new LeastSquares(LinearSystem.Solve(normal, right), 0);
        var mean = y.Sum() / y.Count;
        var (residual, total) = (0.0, 0.0);
        for (var row = 0; row < y.Count; row++)
        {
            residual += Math.Pow(y[row] - fit.Predict(x[row]), 2);
            total += Math.Pow(y[row] - mean, 2);
        }
        return new(fit.Coefficients, 1 - residual / total);
    }

    /// <summary>The fitted value at one row of regressors.</summary>
    public double Predict(params ReadOnlySpan<double> x)
    {
        var value = Coefficients[0];
        for (var a = 0; a < x.Length; a++)
        {
            value += Coefficients[a + 1] * x[a];
        }
        return value;
    }

    private static double Regressor(double[] row, int index) => index == 0 ? 1 : row[index - 1];
}
