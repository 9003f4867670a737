namespace Caravan.Data.Loading;

/// <summary>
/// Writes files under other names in their folder and gives them their names at the end, so that a failure on the way
/// leaves what was there before. Files of other names are not touched.
/// </summary>
internal sealed class WriteBeside : IDisposable
{
    private const string Suffix = ".part";
    private readonly string _folder;
    private readonly List<string> _pending = [];

    /// <summary>Prepares a folder, which is created where missing.</summary>
    public WriteBeside(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    /// <summary>A new file that gets its name when <see cref="Commit"/> is called.</summary>
    public FileStream Create(string name)
    {
        _pending.Add(Path.Combine(_folder, name));
        return File.Create(_pending[^1] + Suffix);
    }

    /// <summary>Gives all files their names, replacing files that have them.</summary>
    public void Commit()
    {
        foreach (var path in _pending)
        {
            File.Move(path + Suffix, path, overwrite: true);
        }
        _pending.Clear();
    }

    /// <summary>Removes what was not committed.</summary>
    public void Dispose()
    {
        foreach (var path in _pending)
        {
            File.Delete(path + Suffix);
        }
        _pending.Clear();
    }
}
