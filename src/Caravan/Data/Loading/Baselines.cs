using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Caravan.Data.Loading;

/// <summary>The one door to baselines: those shipped inside the library and those in files and folders.</summary>
public static class Baselines
{
    private const string Prefix = "data/";

    private static readonly ConcurrentDictionary<string, Task<Baseline>> s_begun = new(StringComparer.Ordinal);

    /// <summary>Names of the shipped baselines, in alphabetical order.</summary>
    public static ImmutableArray<string> Names =>
    [
        .. typeof(Baselines).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)
                && name.EndsWith(BaselineFile.Extension, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^BaselineFile.Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The baseline of a shipped name, such as <c>world-2023</c>, of a <c>.caravan</c> file, or of a folder of CSV
    /// files. What comes from outside is checked; a world that is not in equilibrium is accepted.
    /// </summary>
    /// <exception cref="InputException">There is no such baseline, or it has errors; carries all of them.</exception>
    public static Baseline Load(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        if (Names.Contains(nameOrPath))
        {
            return LoadShipped(nameOrPath);
        }
        if (Directory.Exists(nameOrPath))
        {
            return BaselineFolder.Read(nameOrPath);
        }
        if (File.Exists(nameOrPath))
        {
            var baseline = BaselineFile.Read(nameOrPath);
            var report = BaselineCheck.Check(baseline);
            if (!report.Errors.IsEmpty)
            {
                throw new InputException([.. report.Errors.Select(finding => finding.ToIssue(nameOrPath))]);
            }
            baseline.Warnings = [.. report.Warnings.Select(finding => finding.ToIssue(nameOrPath))];
            return baseline;
        }
        throw Unknown(nameOrPath);
    }

    /// <summary>
    /// Begins to load a shipped baseline on another thread, for a process that has other things to do first; who asks for it
    /// next is given this one and waits until it is there.
    /// </summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static void BeginLoading(string name) => s_begun.GetOrAdd(name, static name => Task.Run(() => ReadShipped(name)));

    private static Baseline LoadShipped(string name) =>
        s_begun.TryRemove(name, out var begun) ? begun.GetAwaiter().GetResult() : ReadShipped(name);

    private static Baseline ReadShipped(string name)
    {
        using var stream = typeof(Baselines).Assembly.GetManifestResourceStream(
            Prefix + name + BaselineFile.Extension)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return BaselineFile.Parse(bytes, name);
    }

    private static InputException Unknown(string name)
    {
        var looksLikePath = name.Contains('/') || name.Contains('\\')
            || name.EndsWith(BaselineFile.Extension, StringComparison.OrdinalIgnoreCase);
        var problem = looksLikePath
            ? "there is no such file or folder"
            : $"there is no baseline of this name and no such folder; shipped are: {string.Join(", ", Names)}";
        var nearest = looksLikePath ? null : NearestWord.Find(name, Names);
        return new InputException(new InputIssue(name, 0, problem, nearest is null ? "" : $"did you mean {nearest}?"));
    }
}
