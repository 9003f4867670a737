using System.Collections.Immutable;
using System.Globalization;

namespace Caravan.Scenarios.Parsing;

/// <summary>Takes amounts, years, shares and rates out of the finance parts of a scenario.</summary>
internal static class MoneyReader
{
    // what adds up to one on paper: 33.3 % three times over must not pass
    private const double ShareTolerance = 1e-6;

    /// <summary>A plain number in a range; null where the key is missing or after an issue.</summary>
    public static double? Number(FileMapping mapping, string key, double least, double most, string unit, IssueList issues)
    {
        if (mapping.Find(key) is not { } entry || NodeReader.Text(entry, issues) is not { } text)
        {
            return null;
        }
        var written = text.Text.Replace("_", "", StringComparison.Ordinal).Trim();
        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            issues.Add(text, $"{key} is '{text}', which is not a number", $"write a number of {unit} without commas");
            return null;
        }
        if (!(value >= least && value <= most))
        {
            issues.Add(text, FormattableString.Invariant($"{key} is {text}; allowed is {least:0.###} to {most:0.###} {unit}"));
            return null;
        }
        return value;
    }

    /// <summary>A whole number of years; null where the key is missing or after an issue.</summary>
    public static int? Years(FileMapping mapping, string key, int least, int most, IssueList issues)
    {
        var value = Number(mapping, key, least, most, "years", issues);
        if (value is { } years && years != Math.Floor(years))
        {
            issues.Add(mapping.Find(key)!.Key, FormattableString.Invariant($"{key} is {years}; give whole years"));
            return null;
        }
        return (int?)value;
    }

    /// <summary>A percentage or fraction; null where the key is missing or after an issue.</summary>
    public static double? Rate(FileMapping mapping, string key, double least, double most, IssueList issues) =>
        mapping.Find(key) is { } entry && NodeReader.Text(entry, issues) is { } text
            ? Rate(text, key, least, most, issues)
            : null;

    /// <summary>A percentage or fraction; null after an issue.</summary>
    public static double? Rate(FileText text, string name, double least, double most, IssueList issues) =>
        SizeParser.Parse(text with { Text = text.Text is "1" or "1.0" ? "100%" : text.Text },
            new LeverField(name, LeverFieldKind.Rate, "") { Minimum = least, Maximum = most }, issues);

    /// <summary>Parties with shares that sum to one; empty where the key is missing or after an issue.</summary>
    public static ImmutableArray<DraftShare> Shares(FileMapping mapping, string key, IssueList issues)
    {
        if (mapping.Find(key) is not { } entry || NodeReader.Mapping(entry, issues) is not { } given)
        {
            return [];
        }
        var shares = ImmutableArray.CreateBuilder<DraftShare>();
        foreach (var one in given.Entries)
        {
            if (NodeReader.Text(one, issues) is { } text && Rate(text, one.Key.Text, 0, 1, issues) is { } share)
            {
                shares.Add(new DraftShare(one.Key, share));
            }
        }
        if (shares.Count == given.Entries.Length)
        {
            RequireOne([.. shares.Select(share => share.Share)], key, entry.Key, issues);
        }
        return shares.ToImmutable();
    }

    /// <summary>Notes an issue unless shares sum to one, saying by how much they miss it.</summary>
    public static void RequireOne(ImmutableArray<double> shares, string what, FileText place, IssueList issues)
    {
        var sum = shares.Sum();
        if (Math.Abs(sum - 1) > ShareTolerance)
        {
            issues.Add(place, FormattableString.Invariant($"the shares of {what} sum to {100 * sum:0.####}%, not to 100%"),
                FormattableString.Invariant(sum < 1
                    ? (FormattableString)$"{100 * (1 - sum):0.####}% is still missing"
                    : $"{100 * (sum - 1):0.####}% is too much"));
        }
    }

    /// <summary>One of a few words; null where the key is missing or after an issue.</summary>
    public static int? Word(FileMapping mapping, string key, ImmutableArray<string> words, IssueList issues) =>
        mapping.Find(key) is { } entry && NodeReader.Text(entry, issues) is { } text ? Word(text, key, words, issues) : null;

    /// <summary>Position of one of a few words; null after an issue.</summary>
    public static int? Word(FileText text, string key, ImmutableArray<string> words, IssueList issues)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (string.Equals(words[at], text.Text, StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }
        issues.Add(text, $"{key} is {text}; allowed: {string.Join(", ", words)}",
            Data.NearestWord.Find(text.Text, words) is { } near ? $"did you mean {near}?" : "");
        return null;
    }
}
