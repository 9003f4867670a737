using Caravan.Data;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Resolving;

/// <summary>Looks up sectors by code, name, or the words <c>all</c>, <c>goods</c>, <c>services</c>.</summary>
internal sealed class SectorWords
{
    private readonly Baseline _baseline;
    private readonly IssueList _issues;
    private readonly Dictionary<string, int[]> _words = new(StringComparer.OrdinalIgnoreCase);

    public SectorWords(Baseline baseline, IssueList issues)
    {
        (_baseline, _issues) = (baseline, issues);
        var all = Enumerable.Range(0, baseline.Sectors.Length).ToArray();
        foreach (var j in all)
        {
            _words[baseline.Sectors[j].Name] = [j];
        }
        foreach (var j in all)
        {
            _words[baseline.Sectors[j].Code] = [j];
        }
        _words["all"] = all;
        _words["goods"] = [.. all.Where(j => !baseline.Sectors[j].IsService)];
        _words["services"] = [.. all.Where(j => baseline.Sectors[j].IsService)];
    }

    /// <summary>Positions of every sector that the words name, in the baseline's order, each once.</summary>
    public int[] Find(IEnumerable<FileText> words)
    {
        var found = new SortedSet<int>();
        foreach (var word in words)
        {
            found.UnionWith(FindOne(word));
        }
        return [.. found];
    }

    /// <summary>Positions that one word stands for; empty after an issue.</summary>
    public int[] FindOne(FileText word)
    {
        if (_words.TryGetValue(word.Text, out var sectors))
        {
            return sectors;
        }
        var near = NearestWord.Find(word.Text, _words.Keys);
        _issues.Add(word, $"unknown sector '{word}'", word.Text.Contains(',')
            ? "write a list in brackets, such as [C29, C30]"
            : near is null ? $"sectors: all, goods, services, {Codes}"
            : near.Length > 8 && _words[near] is [var j] ? $"did you mean {near} ({_baseline.Sectors[j].Code})?"
            : $"did you mean {near}?");
        return [];
    }

    private string Codes => string.Join(", ", _baseline.Sectors.Select(sector => sector.Code));
}
