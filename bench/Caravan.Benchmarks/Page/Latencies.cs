using System.Globalization;

namespace Caravan.Benchmarks.Page;

/// <summary>Times of one kind of thing, milliseconds.</summary>
internal sealed class Latencies(string name, double aimMs)
{
    private readonly List<double> _ms = [];

    public static string Heading =>
        "| what | times | p50, ms | p95, ms | max, ms | aim for p95, ms |\n| --- | ---: | ---: | ---: | ---: | ---: |";

    public void Add(double ms)
    {
        lock (_ms)
        {
            _ms.Add(ms);
        }
    }

    /// <summary>The smallest time that so many per cent do not exceed; not a number where there is none.</summary>
    public double Percentile(int percent)
    {
        lock (_ms)
        {
            double[] sorted = [.. _ms.Order()];
            return sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (percent * sorted.Length + 99) / 100 - 1)];
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {_ms.Count} | {Percentile(50):f0} | {Percentile(95):f0} | {Percentile(100):f0} | {Aim} |");

    private string Aim => double.IsNaN(aimMs) ? "" : aimMs.ToString("f0", CultureInfo.InvariantCulture);
}
