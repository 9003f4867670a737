using Caravan.Data;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Resolving;

/// <summary>Looks up economies by code, name, set of the file, set of the baseline, or word of the format.</summary>
internal sealed class EconomyWords
{
    public static readonly string[] OfMembers = ["members", "others", "non-members"];

    /// <summary>Words of the format that every baseline knows from the flags of its economies.</summary>
    public static readonly string[] OfFlags =
    [
        "world", "all", "landlocked", "coastal", "belt-and-road",
        "low-income", "lower-middle-income", "upper-middle-income", "high-income",
    ];

    private readonly Baseline _baseline;
    private readonly IssueList _issues;
    private readonly Dictionary<string, int[]> _groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _economies = new(StringComparer.OrdinalIgnoreCase);

    public EconomyWords(Baseline baseline, IssueList issues)
    {
        (_baseline, _issues) = (baseline, issues);
        var all = Enumerable.Range(0, baseline.Economies.Length).ToArray();
        foreach (var word in OfFlags)
        {
            _groups[word] = [.. all.Where(n => Has(baseline.Economies[n], word))];
        }
        foreach (var set in baseline.Sets)
        {
            _groups.TryAdd(set.Name, [.. set.Members.Select(baseline.IndexOfEconomy).Where(n => n >= 0).Order()]);
        }
        foreach (var n in all)
        {
            _economies.TryAdd(baseline.Economies[n].Name, n);
        }
        foreach (var n in all)
        {
            _economies[baseline.Economies[n].Code] = n;
        }
    }

    /// <summary>Makes the words <c>members</c>, <c>others</c> and <c>non-members</c> known.</summary>
    public void SetMembers(int[] members)
    {
        _groups["members"] = members;
        _groups["others"] = _groups["non-members"] = [.. _groups["world"].Except(members)];
    }

    /// <summary>Makes a set of the file known; its name may not stand for something else.</summary>
    public void AddSet(FileText name, int[] economies)
    {
        if (OfMembers.Concat(OfFlags).Contains(name.Text, StringComparer.OrdinalIgnoreCase))
        {
            _issues.Add(name, $"set {name} has the name of a word of the format", "choose another name");
        }
        else if (_economies.ContainsKey(name.Text))
        {
            _issues.Add(name, $"set {name} has the name of an economy", "choose another name");
        }
        else
        {
            _groups[name.Text] = economies;
        }
    }

    /// <summary>Positions of every economy that the words name, in the baseline's order, each once.</summary>
    public int[] Find(IEnumerable<FileText> words)
    {
        var found = new SortedSet<int>();
        foreach (var word in words)
        {
            // "members & landlocked": those in both; "eu & !belt-and-road": those of the first not in the second
            var parts = Parts(word);
            var both = FindGroup(word with { Text = parts[0] });
            foreach (var part in parts.Skip(1))
            {
                both = [.. both.Intersect(FindGroup(word with { Text = part }))];
            }
            found.UnionWith(both);
        }
        return [.. found];
    }

    /// <summary>Tells what a list names a second time, by one word or as code and name; sets may overlap.</summary>
    public void RefuseRepeated(string list, IEnumerable<FileText> words)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in words)
        {
            if (!seen.Add(_economies.TryGetValue(word.Text, out var n) ? _baseline.Economies[n].Code : word.Text))
            {
                _issues.Add(word, $"{list} names {word} twice", "leave one of them out");
            }
        }
    }

    /// <summary>True where a word, or a part of it joined by &amp;, is one of <paramref name="names"/>.</summary>
    public static bool Mentions(FileText word, IEnumerable<string> names) => Parts(word)
        .Select(part => part.TrimStart('!', ' ')).Intersect(names, StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>Position of the economy that a code or name stands for; null after an issue.</summary>
    public int? FindOne(FileText word)
    {
        if (_economies.TryGetValue(word.Text, out var economy))
        {
            return economy;
        }
        var whole = _baseline.Economies.FirstOrDefault(
            each => each.Contains.Contains(word.Text, StringComparer.OrdinalIgnoreCase));
        if (whole is not null)
        {
            _issues.Add(word, $"{word} is not single in baseline {_baseline.Name}; it is part of {whole.Name}",
                $"use {whole.Code}");
            return null;
        }
        _issues.Add(word, $"unknown economy or set '{word}'", Repair(word.Text));
        return null;
    }

    private static bool Has(Economy economy, string word) => word switch
    {
        "world" or "all" => true,
        "landlocked" => economy.Landlocked,
        "coastal" => !economy.Landlocked,
        "belt-and-road" => economy.BeltAndRoadCore,
        _ => word == $"{economy.IncomeGroup}-income",
    };

    private static string[] Parts(FileText word) => word.Text.Split('&', StringSplitOptions.TrimEntries);

    private int[] FindGroup(FileText word) => word.Text.StartsWith('!')
        ? [.. _groups["world"].Except(FindNamed(word with { Text = word.Text[1..].TrimStart() }))]
        : FindNamed(word);

    private int[] FindNamed(FileText word) =>
        _groups.TryGetValue(word.Text, out var group) ? group : FindOne(word) is { } economy ? [economy] : [];

    private string Repair(string word)
    {
        if (word.Contains(','))
        {
            return "write a list in brackets, such as [CHN, KAZ]";
        }
        var near = NearestWord.Find(word, _groups.Keys.Concat(_economies.Keys));
        return near is null ? "use an ISO alpha-3 code, an economy's name or a set"
            : _economies.TryGetValue(near, out var n) && near.Length > 3
                ? $"did you mean {near} ({_baseline.Economies[n].Code})?"
                : $"did you mean {near}?";
    }
}
