using System.Collections.Immutable;

namespace Caravan.Finance;

/// <summary>
/// Internal rates of return: every rate above -99.9 % and up to 100,000 % at which the flows are worth nothing. There may
/// be none, and where flows change sign more than once there may be several, none of which says whether a project pays.
/// </summary>
public sealed record RateOfReturn
{
    private const double Lowest = -0.999;
    private const double Highest = 1000;
    private const int Steps = 4000;

    /// <summary>All rates found, ascending, fractions.</summary>
    public required ImmutableArray<double> All { get; init; }

    /// <summary>The rate where there is exactly one; NaN otherwise, because several mean nothing alone.</summary>
    public double Rate => All.Length == 1 ? All[0] : double.NaN;

    /// <summary><c>one</c>, <c>none</c> or <c>multiple</c>.</summary>
    public string Word => All.Length switch { 0 => "none", 1 => "one", _ => "multiple" };

    /// <summary>The rates of flows in years 0, 1, 2 and so on.</summary>
    public static RateOfReturn Of(ReadOnlySpan<double> flows)
    {
        var signChanges = SignChanges(flows);
        if (signChanges == 0)
        {
            return new RateOfReturn { All = [] };
        }
        // equal steps of ln(1 + r); values are divided by the sum of sizes at that rate, so that none overflows
        var rates = new List<double>();
        var grid = flows.ToArray();
        var (from, to) = (Math.Log(1 + Lowest), Math.Log(1 + Highest));
        double[] at = new double[Steps + 1], value = new double[Steps + 1];
        for (var step = 0; step <= Steps; step++)
        {
            at[step] = from + (to - from) * step / Steps;
            value[step] = Relative(grid, at[step]);
        }
        for (var step = 0; step < Steps && rates.Count < signChanges; step++)
        {
            if (value[step] == 0)
            {
                rates.Add(Math.Exp(at[step]) - 1);
            }
            else if (value[step] * value[step + 1] < 0)
            {
                rates.Add(Math.Exp(Bisect(grid, at[step], at[step + 1])) - 1);
            }
            else if (step > 0 && Dips(value[step - 1], value[step], value[step + 1]))
            {
                AddPair(grid, at[step - 1], at[step + 1], rates);
            }
        }
        return new RateOfReturn { All = [.. rates.Order()] };
    }

    private static int SignChanges(ReadOnlySpan<double> flows)
    {
        var (changes, last) = (0, 0);
        foreach (var flow in flows)
        {
            var sign = Math.Sign(flow);
            changes += sign != 0 && last != 0 && sign != last ? 1 : 0;
            last = sign != 0 ? sign : last;
        }
        return changes;
    }

    // Net present value over the sum of absolute terms, at r = exp(logFactor) - 1: between -1 and 1.
    private static double Relative(double[] flows, double logFactor)
    {
        // beginning at the end that weighs most
        var (value, size) = (0.0, 0.0);
        var factor = Math.Exp(-Math.Abs(logFactor));
        for (var step = 0; step < flows.Length; step++)
        {
            var flow = logFactor >= 0 ? flows[flows.Length - 1 - step] : flows[step];
            value = value * factor + flow;
            size = size * factor + Math.Abs(flow);
        }
        return size > 0 ? value / size : 0;
    }

    private static bool Dips(double before, double here, double after) =>
        here * before > 0 && here * after > 0 && Math.Abs(here) <= Math.Abs(before) && Math.Abs(here) < Math.Abs(after);

    // Two roots may lie between two points of one sign: look for the nearest approach to zero and split there.
    private static void AddPair(double[] flows, double low, double high, List<double> rates)
    {
        var sign = Math.Sign(Relative(flows, low));
        var (a, b) = (low, high);
        for (var step = 0; step < 100; step++)
        {
            double left = a + (b - a) / 3, right = b - (b - a) / 3;
            if (sign * Relative(flows, left) < sign * Relative(flows, right))
            {
                b = right;
            }
            else
            {
                a = left;
            }
        }
        var nearest = (a + b) / 2;
        var found = sign * Relative(flows, nearest);
        if (found < 0)
        {
            rates.Add(Math.Exp(Bisect(flows, low, nearest)) - 1);
            rates.Add(Math.Exp(Bisect(flows, nearest, high)) - 1);
        }
        else if (found < 1e-12)
        {
            rates.Add(Math.Exp(nearest) - 1);
        }
    }

    private static double Bisect(double[] flows, double low, double high)
    {
        var negativeBelow = Relative(flows, low) < 0;
        for (var step = 0; step < 200; step++)
        {
            var middle = (low + high) / 2;
            if (middle == low || middle == high)
            {
                break;
            }
            if (Relative(flows, middle) < 0 == negativeBelow)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
