namespace Caravan.Numerics;

/// <summary>The highest point of a function on an interval, found from its values alone.</summary>
/// <param name="Point">Where the function is highest.</param>
/// <param name="Value">The function there.</param>
/// <param name="Evaluations">How often the function was asked.</param>
/// <param name="Converged">True where the point is known to the tolerance.</param>
public readonly record struct LineMaximum(double Point, double Value, int Evaluations, bool Converged)
{
    /// <summary>
    /// The maximum on [lower, upper]: the best of an even grid, refined between its neighbours by Brent's method (Brent
    /// 1973, Algorithms for Minimization without Derivatives, chapter 5). The grid guards against climbing the wrong hill;
    /// a hill narrower than its step can be missed. Either end may be the answer.
    /// </summary>
    /// <param name="function">Finite on the interval.</param>
    /// <param name="lower">Lower end.</param>
    /// <param name="upper">Upper end, not below the lower.</param>
    /// <param name="tolerance">How exactly the point is wanted, absolute. Default 1e-6.</param>
    /// <param name="gridPoints">Points of the grid, both ends included, at least 3. Default 7.</param>
    /// <param name="maxEvaluations">Values asked for at most, the grid included. Default 100.</param>
    public static LineMaximum Find(
        Func<double, double> function, double lower, double upper, double tolerance = 1e-6, int gridPoints = 7,
        int maxEvaluations = 100)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfLessThan(upper, lower);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        ArgumentOutOfRangeException.ThrowIfLessThan(gridPoints, 3);
        var (bestAt, best) = (0, double.NegativeInfinity);
        for (var at = 0; at < gridPoints; at++)
        {
            var value = function(Grid(at));
            if (value > best)
            {
                (bestAt, best) = (at, value);
            }
        }
        var refined = Brent(function, Grid(Math.Max(0, bestAt - 1)), Grid(Math.Min(gridPoints - 1, bestAt + 1)),
            Grid(bestAt), best, tolerance, maxEvaluations - gridPoints);
        refined = refined with { Evaluations = refined.Evaluations + gridPoints };
        // at an end the search only comes near
        return refined.Value >= best ? refined : refined with { Point = Grid(bestAt), Value = best };

        double Grid(int at) => at == gridPoints - 1 ? upper : lower + (upper - lower) * at / (gridPoints - 1);
    }

    private static LineMaximum Brent(
        Func<double, double> function, double a, double b, double x, double fx, double tolerance, int maxEvaluations)
    {
        var golden = (3 - Math.Sqrt(5)) / 2;
        var (w, v, fw, fv) = (x, x, fx, fx);
        var (step, before) = (0.0, 0.0);
        for (var count = 0; ; count++)
        {
            var middle = (a + b) / 2;
            if (Math.Abs(x - middle) <= 2 * tolerance - (b - a) / 2)
            {
                return new(x, fx, count, true);
            }
            if (count >= maxEvaluations)
            {
                return new(x, fx, count, false);
            }
            var parabola = false;
            if (Math.Abs(before) > tolerance)
            {
                var r = (x - w) * (fx - fv);
                var q = (x - v) * (fx - fw);
                var p = (x - v) * q - (x - w) * r;
                q = 2 * (q - r);
                p = q > 0 ? -p : p;
                q = Math.Abs(q);
                if (Math.Abs(p) < Math.Abs(q * before / 2) && p > q * (a - x) && p < q * (b - x))
                {
                    (before, step, parabola) = (step, p / q, true);
                    if (x + step - a < 2 * tolerance || b - x - step < 2 * tolerance)
                    {
                        step = x < middle ? tolerance : -tolerance;
                    }
                }
            }
            if (!parabola)
            {
                before = x < middle ? b - x : a - x;
                step = golden * before;
            }
            var u = x + (Math.Abs(step) >= tolerance ? step : Math.CopySign(tolerance, step));
            var fu = function(u);
            if (fu >= fx)
            {
                (a, b) = u < x ? (a, x) : (x, b);
                (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu);
                continue;
            }
            (a, b) = u < x ? (u, b) : (a, u);
            if (fu >= fw || w == x)
            {
                (v, fv, w, fw) = (w, fw, u, fu);
            }
            else if (fu >= fv || v == x || v == w)
            {
                (v, fv) = (u, fu);
            }
        }
    }
}
