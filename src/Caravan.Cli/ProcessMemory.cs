using System.Globalization;
using System.Runtime.InteropServices;

namespace Caravan.Cli;

/// <summary>
/// Memory of a process that ends within a second. It is taken at once and in large pages, and nothing is collected before it
/// is used up: a run asks for a sixth of a gigabyte, and to be given that in pages of four kilobytes and to collect eight
/// times takes a fifth of its time. Without Linux, or with little memory, everything is as it would be otherwise.
/// </summary>
internal static class ProcessMemory
{
    // a run of a pack with journeys allocates 165 MB
    private const long Wanted = 200L << 20;

    // <sys/mman.h>
    private const int HugePages = 14;

    public static void TakeAhead()
    {
        if (OperatingSystem.IsLinux() && GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= 8 * Wanted
            && GC.TryStartNoGCRegion(Wanted))
        {
            UseLargePages();
        }
    }

    // The heap cannot be asked where it lies; it is all that is as large as what was taken. Where the advice is not taken
    // pages stay small.
    private static void UseLargePages()
    {
        foreach (var line in File.ReadLines("/proc/self/maps"))
        {
            var bounds = line[..line.IndexOf(' ', StringComparison.Ordinal)].Split('-');
            var (start, end) = (Address(bounds[0]), Address(bounds[1]));
            if (end - start >= Wanted && line.Contains(" rw-p ", StringComparison.Ordinal))
            {
                _ = Advise((nint)start, (nuint)(end - start), HugePages);
            }
        }
    }

    private static long Address(string hex) => long.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Advise(nint start, nuint length, int advice);
}
