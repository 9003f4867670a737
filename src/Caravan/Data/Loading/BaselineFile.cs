namespace Caravan.Data.Loading;

/// <summary>Reads and writes a baseline as one compact <c>.caravan</c> file. Numbers are exact.</summary>
public static class BaselineFile
{
    /// <summary>Ending of the file's name, with the dot.</summary>
    public const string Extension = ".caravan";

    /// <summary>The baseline in a file.</summary>
    /// <exception cref="InputException">The file is missing, too large, of another kind or version, or damaged.
    /// </exception>
    public static Baseline Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (InputLimits.Check(path, path) is { } issue)
        {
            throw new InputException(issue);
        }
        return Parse(File.ReadAllBytes(path), path);
    }

    /// <summary>Writes a baseline; the same baseline gives the same bytes. A file of that name is replaced at the end.
    /// </summary>
    public static void Write(Baseline baseline, string path)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var beside = new WriteBeside(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using (var stream = beside.Create(Path.GetFileName(path)))
        {
            BlockFile.Write(BaselineContent.Blocks(baseline), stream);
        }
        beside.Commit();
    }

    /// <summary>The baseline in the bytes of a file; <paramref name="name"/> stands in messages.</summary>
    /// <exception cref="InputException">The file is of another kind or version, or damaged.</exception>
    internal static Baseline Parse(ReadOnlyMemory<byte> file, string name)
    {
        var (blocks, hash) = BlockFile.Read(file, name);
        try
        {
            return BaselineContent.FromBlocks(blocks, Convert.ToHexStringLower(hash));
        }
        catch (Exception error) when (error is FormatException or IOException or ArgumentException
            or IndexOutOfRangeException)
        {
            throw new InputException(new InputIssue(name, 0, $"the content is not a baseline ({error.Message})",
                "fetch or make the file again"));
        }
    }
}
