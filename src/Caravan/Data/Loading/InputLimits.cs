namespace Caravan.Data.Loading;

/// <summary>How large inputs may be; beyond that they are refused before they are read.</summary>
internal static class InputLimits
{
    /// <summary>Largest file that is opened, in bytes; the files of a world of 200 x 50 stay below.</summary>
    public const int LargestFileBytes = 200_000_000;

    /// <summary>Most bilateral cells, sectors x economies x economies, of a baseline.</summary>
    public const int MostCells = 20_000_000;

    /// <summary>Nothing where a file exists and is small enough, else what is wrong with it.</summary>
    public static InputIssue? Check(string path, string name)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return new InputIssue(name, 0, "the file is missing", Beside(file));
        }
        return file.Length > LargestFileBytes
            ? new InputIssue(name, 0, $"the file has {file.Length / 1_000_000} MB; at most "
                + $"{LargestFileBytes / 1_000_000} MB are read")
            : null;
    }

    // what may have been meant: the same name packed, or in other letters
    private static string Beside(FileInfo file)
    {
        var names = file.Directory is { Exists: true } folder
            ? folder.EnumerateFiles().Select(other => other.Name).Order(StringComparer.Ordinal).ToList()
            : [];
        return names.Find(name => name.Equals(file.Name + ".gz", StringComparison.OrdinalIgnoreCase)) is { } packed
            ? $"{packed} is there: unpack it with gunzip"
            : names.Find(name => name.Equals(file.Name, StringComparison.OrdinalIgnoreCase)) is { } other
            ? $"{other} is there: give it the name in small letters"
            : "";
    }
}
