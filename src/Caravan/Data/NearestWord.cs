namespace Caravan.Data;

/// <summary>Finds the valid word that a misspelt one most likely meant.</summary>
public static class NearestWord
{
    /// <summary>
    /// The candidate closest to <paramref name="word"/> in edit distance (insert, delete, replace, swap neighbours;
    /// case ignored), or null where none is within a third of the word's length, at least two edits. Of candidates
    /// equally close the first with the same first letter is taken, because that letter is seldom the wrong one.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        var best = (Word: (string?)null, Distance: 2 * Math.Max(2, word.Length / 3) + 2);
        foreach (var candidate in candidates)
        {
            var (a, b) = (word.ToUpperInvariant(), candidate.ToUpperInvariant());
            var distance = 2 * Distance(a, b) + (a.Length > 0 && b.Length > 0 && a[0] == b[0] ? 0 : 1);
            if (distance < best.Distance)
            {
                best = (candidate, distance);
            }
        }
        return best.Word;
    }

    // Optimal string alignment distance over three rolling rows.
    private static int Distance(string a, string b)
    {
        var beforePrevious = new int[b.Length + 1];
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), replace);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }
        return previous[b.Length];
    }
}
