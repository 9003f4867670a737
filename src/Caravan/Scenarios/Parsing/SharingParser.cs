using System.Collections.Immutable;
using Caravan.Scenarios.Sharing;

namespace Caravan.Scenarios.Parsing;

/// <summary>Reads the key <c>sharing</c>.</summary>
internal static class SharingParser
{
    public static readonly ImmutableArray<string> Keys = ["outsiders", "disagreement", "weights"];

    private static readonly LeverField s_weight = new("weight", LeverFieldKind.Rate, "Weight in bargaining.")
    {
        Minimum = 0,
        Maximum = 1,
    };

    /// <summary>What is written; null without the key, and for an empty value.</summary>
    public static DraftSharing? Parse(FileMapping root, IssueList issues)
    {
        if (root.Find("sharing") is not { } entry || NodeReader.Mapping(entry, issues) is not { } mapping)
        {
            return null;
        }
        NodeReader.CheckKeys(mapping, "in sharing", Keys, issues);
        var sharing = new DraftSharing(entry.Key);
        if (Word(mapping, "outsiders", SharingWords.Outsiders, issues) is { } outsiders)
        {
            sharing = sharing with { Outsiders = SharingWords.FindOutsiders(outsiders)!.Value };
        }
        if (Word(mapping, "disagreement", SharingWords.Disagreements, issues) is { } disagreement)
        {
            sharing = sharing with { Disagreement = SharingWords.FindDisagreement(disagreement)!.Value };
        }
        return mapping.Find("weights") is { } weights && NodeReader.Mapping(weights, issues) is { } pairs
            ? sharing with { Weights = [.. pairs.Entries.Select(pair => Weight(pair, issues)).OfType<DraftWeight>()] }
            : sharing;
    }

    private static string? Word(FileMapping mapping, string key, ImmutableArray<string> words, IssueList issues)
    {
        if (mapping.Find(key) is not { } entry || NodeReader.Text(entry, issues) is not { } text)
        {
            return null;
        }
        if (words.Contains(text.Text.ToLowerInvariant()))
        {
            return text.Text;
        }
        issues.Add(text, $"{key} is {text}; allowed: {string.Join(", ", words)}",
            Data.NearestWord.Find(text.Text, words) is { } near ? $"did you mean {near}?" : "");
        return null;
    }

    private static DraftWeight? Weight(FileEntry pair, IssueList issues)
    {
        if (NodeReader.Text(pair, issues) is not { } text)
        {
            return null;
        }
        // a whole as "1" is not ambiguous here: weights cannot be larger
        var value = text.Text.Trim() == "1" ? 1 : SizeParser.Parse(text, s_weight with { Name = pair.Key.Text }, issues);
        if (value == 0)
        {
            issues.Add(text, $"the weight of {pair.Key} is zero; weights are above zero", "leave weights out for equal ones");
            return null;
        }
        return value is { } weight ? new DraftWeight(pair.Key, text, weight) : null;
    }
}
