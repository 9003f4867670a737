namespace Caravan.Cooperation.Projects;

/// <summary>
/// What no order of building can be worth more than. What is open at time t took at most t years to build, so under
/// <see cref="MarginalBounds"/> it is worth at most what parts of projects can be worth that take t years together; the
/// bound is that curve, and never above the bound on sets, discounted and summed over time.
/// </summary>
internal static class SequenceBound
{
    public static double Of(ProjectProblem problem, Schedule schedule)
    {
        var bounds = MarginalBounds.Of(problem);
        var cap = bounds.Worth(problem.Limits);
        var least = double.PositiveInfinity;
        foreach (var (start, weights) in bounds.Modular())
        {
            var curve = Knapsack.Fill(
                weights, project => schedule.Years[project], project => MarginalBounds.FitsAlone(problem.Limits, project));
            least = Math.Min(least, Discounted(year => start + curve.At(year), curve.Bends, cap, schedule));
        }
        return least;
    }

    // the integral of min(curve, cap) (1 + r)^-t up to the horizon, piece by piece
    private static double Discounted(
        Func<double, double> curve, IEnumerable<double> bends, double cap, Schedule schedule)
    {
        double[] years = [.. bends.Where(year => year < schedule.Horizon), schedule.Horizon];
        var sum = 0.0;
        for (var piece = 0; piece + 1 < years.Length; piece++)
        {
            var (from, to) = (years[piece], years[piece + 1]);
            var (low, high) = (curve(from), curve(to));
            if (low < cap && high > cap)
            {
                var meets = from + (to - from) * (cap - low) / (high - low);
                sum += Straight(low, cap, from, meets, schedule) + cap * schedule.ValueBetween(meets, to);
            }
            else
            {
                sum += Straight(Math.Min(low, cap), Math.Min(high, cap), from, to, schedule);
            }
        }
        return sum;
    }

    // Integral of a straight line times (1 + r)^-t, by parts: with D(t) the value of one a year from t on and slope b,
    // f(from) D(from) - f(to) D(to) + b times the integral of D, which a fine Simpson rule would not give exactly.
    private static double Straight(double low, double high, double from, double to, Schedule schedule)
    {
        if (to <= from)
        {
            return 0;
        }
        var slope = (high - low) / (to - from);
        return low * schedule.ValueFrom(from) - high * schedule.ValueFrom(to) + slope * Area(from, to, schedule);
    }

    // integral of D from one year to another, both within the horizon
    private static double Area(double from, double to, Schedule schedule)
    {
        var (rate, horizon) = (schedule.Rate, schedule.Horizon);
        if (Math.Abs(rate) < 1e-12)
        {
            return (to - from) * (horizon - (from + to) / 2);
        }
        var log = Math.Log(1 + rate);
        return ((Math.Pow(1 + rate, -from) - Math.Pow(1 + rate, -to)) / log
            - (to - from) * Math.Pow(1 + rate, -horizon)) / log;
    }
}
