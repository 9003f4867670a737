using System.Globalization;

namespace Caravan.Benchmarks.Page;

/// <summary>Times of one kind of thing, milliseconds.</summary>
internal sealed class Latencies(string name, double aimMs)
{
    private readonly List<double> _ms = [];
    private readonly List<double> _answeredMs = [];

    public static string Heading =>
        "| what | times | p50, ms | p95, ms | max, ms | aim for p95, ms | p50 until the answer is there, ms |\n"
        + "| --- | ---: | ---: | ---: | ---: | ---: | ---: |";

    /// <summary>Adds a time, and which part of it had passed when the answer was there; not a number where it is all.
    /// </summary>
    public void Add(double ms, double answeredMs = double.NaN)
    {
        lock (_ms)
        {
            _ms.Add(ms);
            if (!double.IsNaN(answeredMs))
            {
                _answeredMs.Add(answeredMs);
            }
        }
    }

    /// <summary>The smallest time that so many per cent do not exceed; not a number where there is none.</summary>
    public double Percentile(int percent)
    {
        lock (_ms)
        {
            return Percentile(_ms, percent);
        }
    }

    private static double Percentile(List<double> times, int percent)
    {
        double[] sorted = [.. times.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (percent * sorted.Length + 99) / 100 - 1)];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {_ms.Count} | {Percentile(50):f0} | {Percentile(95):f0} | {Percentile(100):f0} | {Text(aimMs)} | "
        + $"{Text(Percentile(_answeredMs, 50))} |");

    private static string Text(double ms) => double.IsNaN(ms) ? "" : ms.ToString("f0", CultureInfo.InvariantCulture);
}
