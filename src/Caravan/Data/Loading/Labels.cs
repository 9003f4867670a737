namespace Caravan.Data.Loading;

/// <summary>Positions of the labels of one axis, case ignored.</summary>
internal sealed class Labels
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _words = [];

    /// <summary>An axis; <paramref name="kind"/> is the word for one label in messages.</summary>
    public Labels(string kind, IEnumerable<string> words)
    {
        Kind = kind;
        foreach (var word in words)
        {
            _positions.TryAdd(word, _words.Count);
            _words.Add(word);
        }
    }

    public string Kind { get; }

    public int Count => _words.Count;

    public string this[int position] => _words[position];

    /// <summary>Position of a label, or -1.</summary>
    public int Find(string word) => _positions.GetValueOrDefault(word, -1);

    /// <summary>A question with the nearest valid word, else the valid words themselves.</summary>
    public string Suggest(string word) =>
        NearestWord.Find(word, _words) is { } nearest ? $"did you mean {nearest}?"
        : Count <= 20 ? $"known are: {string.Join(", ", _words)}"
        : $"known are {Count}, such as {string.Join(", ", _words.Take(5))}";
}
