namespace Caravan.Tests;

/// <summary>Finds the project's own files and the optional folder of shared inputs.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Folder of optional inputs beside the project, which may be missing.</summary>
    public static string Shared { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    public static bool HasShared => Directory.Exists(Shared);

    /// <summary>The built program of a project.</summary>
    public static string Program(string project, string name) =>
        Path.Combine(Root, "src", project, "bin", "Release", "net10.0", $"{name}.dll");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Caravan.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Caravan.slnx not found above the tests");
        }
        return folder.FullName;
    }
}
