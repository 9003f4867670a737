namespace Caravan.Data.Loading;

/// <summary>
/// Gives the same string for the same characters, most of the time: half of the cells of the network are words seen a
/// moment ago, and later look-ups of equal references need no comparison.
/// </summary>
internal sealed class SharedText
{
    private const int Slots = 1 << 14;
    private readonly string?[] _known = new string?[Slots];

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return "";
        }
        var hash = (uint)text.Length;
        foreach (var letter in text)
        {
            hash = hash * 31 + letter;
        }
        ref var slot = ref _known[(hash ^ hash >> 14) % Slots];
        return slot is { } known && text.SequenceEqual(known) ? known : slot = text.ToString();
    }
}
