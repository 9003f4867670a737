using System.Globalization;
using System.Runtime.InteropServices;

namespace Caravan.Benchmarks.Page;

/// <summary>Under what conditions something was measured: without them a time says little.</summary>
internal static class Conditions
{
    public static string Text => string.Create(CultureInfo.InvariantCulture,
        $"{Processor}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");

    /// <summary>Processes that want to run, mean of the last minute; shows who else uses the machine.</summary>
    public static string Load => OperatingSystem.IsLinux()
        ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Processor => OperatingSystem.IsLinux()
        ? File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(':')[1].Trim() ?? "unknown processor"
        : RuntimeInformation.ProcessArchitecture.ToString();
}
