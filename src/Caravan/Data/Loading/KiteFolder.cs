namespace Caravan.Data.Loading;

/// <summary>KITE layout.</summary>
public static class KiteFolder
{
    internal static bool IsOne(string folder) => false;

    /// <summary>Reads.</summary>
    public static Baseline Read(string folder) => throw new NotSupportedException(folder);
}
