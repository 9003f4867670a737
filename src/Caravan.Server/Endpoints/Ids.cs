namespace Caravan.Server.Endpoints;

/// <summary>Ids of what is kept: 32 hexadecimal digits.</summary>
internal static class Ids
{
    private const int Length = 32;

    public static bool IsId(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}
