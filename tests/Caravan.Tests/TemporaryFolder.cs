namespace Caravan.Tests;

/// <summary>A folder of its own for one test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("caravan-test-").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Changes the lines of a text file.</summary>
    public void Rewrite(string name, Func<string[], string[]> change) =>
        System.IO.File.WriteAllLines(File(name), change(System.IO.File.ReadAllLines(File(name))));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
