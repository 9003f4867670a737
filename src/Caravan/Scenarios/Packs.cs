using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>The scenarios that ship inside the library.</summary>
public static class Packs
{
    private const string Folder = "scenarios/";

    /// <summary>Names of the packs in alphabetical order, such as <c>china-central-asia</c>.</summary>
    public static ImmutableArray<string> Names { get; } = FindNames();

    /// <summary>True where a pack of that name ships; case counts.</summary>
    public static bool Contains(string name) => Names.Contains(name);

    /// <summary>The YAML text of a pack.</summary>
    /// <exception cref="ArgumentException">No pack has that name.</exception>
    public static string Read(string name) =>
        ReadFile($"{name}.yaml") ?? throw new ArgumentException($"no pack {name}", nameof(name));

    // A table that a pack names, or null.
    internal static string? ReadTable(string file) => ReadFile(file.Replace('\\', '/'));

    private static string? ReadFile(string file)
    {
        using var stream = typeof(Packs).Assembly.GetManifestResourceStream(Folder + file);
        if (stream is null)
        {
            return null;
        }
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static ImmutableArray<string> FindNames()
    {
        var names = typeof(Packs).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)
                && name.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".yaml".Length]);
        return [.. names.Order(StringComparer.Ordinal)];
    }
}
