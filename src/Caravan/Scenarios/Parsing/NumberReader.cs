using System.Collections.Immutable;
using System.Globalization;

namespace Caravan.Scenarios.Parsing;

/// <summary>Reads numbers that belong to no lever: shares, percentages, money, counts.</summary>
internal static class NumberReader
{
    /// <summary>A share such as <c>2/3</c>, <c>66%</c> or <c>0.66</c>, inside a range; null after an issue.</summary>
    public static double? Share(FileMapping mapping, string key, double least, double most, IssueList issues) =>
        mapping.Find(key) is { } entry && NodeReader.Text(entry, issues) is { } text
            ? Share(key, text, least, most, issues) : null;

    public static double? Share(string key, FileText text, double least, double most, IssueList issues)
    {
        var parts = text.Text.Split('/');
        if (parts.Length == 2 && Plain(parts[0]) is { } over && Plain(parts[1]) is { } under && under > 0)
        {
            return InRange(key, text, over / under, least, most, issues);
        }
        // one is all, not one per cent
        if (text.Text.Trim() == "1" && most >= 1)
        {
            return 1;
        }
        return SizeParser.Parse(text,
            new LeverField(key, LeverFieldKind.Rate, "") { Minimum = least, Maximum = most }, issues);
    }

    /// <summary>A percentage, with or without its sign; null after an issue.</summary>
    public static double? Percent(FileMapping mapping, string key, IssueList issues) =>
        Number(mapping, key, text => text.TrimEnd().TrimEnd('%'), "a percentage such as 0.5", issues);

    /// <summary>A plain number; null after an issue.</summary>
    public static double? Number(FileMapping mapping, string key, IssueList issues) =>
        Number(mapping, key, text => text, "a number such as 250", issues);

    /// <summary>A whole number inside a range; null after an issue.</summary>
    public static int? Count(FileMapping mapping, string key, int least, int most, IssueList issues)
    {
        if (mapping.Find(key) is not { } entry || NodeReader.Text(entry, issues) is not { } text)
        {
            return null;
        }
        if (int.TryParse(text.Text.Trim(), CultureInfo.InvariantCulture, out var count) && count >= least && count <= most)
        {
            return count;
        }
        issues.Add(text, $"{key} is {text}; a whole number from {least} to {most} is expected");
        return null;
    }

    /// <summary>A mapping of words to shares; empty after an issue.</summary>
    public static ImmutableArray<DraftNumber> Shares(
        FileMapping mapping, string key, double least, double most, IssueList issues)
    {
        if (mapping.Find(key) is not { } entry || NodeReader.Mapping(entry, issues) is not { } inner)
        {
            return [];
        }
        var numbers = ImmutableArray.CreateBuilder<DraftNumber>();
        foreach (var each in inner.Entries)
        {
            if (NodeReader.Text(each, issues) is { } text
                && Share($"{key} of {each.Key}", text, least, most, issues) is { } value)
            {
                numbers.Add(new DraftNumber(each.Key, value));
            }
        }
        return numbers.ToImmutable();
    }

    private static double? Number(
        FileMapping mapping, string key, Func<string, string> bare, string expected, IssueList issues)
    {
        if (mapping.Find(key) is not { } entry || NodeReader.Text(entry, issues) is not { } text)
        {
            return null;
        }
        var number = Plain(bare(text.Text));
        if (number is null)
        {
            issues.Add(text, $"{key} is '{text}'; {expected} is expected");
        }
        return number;
    }

    private static double? InRange(
        string key, FileText text, double value, double least, double most, IssueList issues)
    {
        if (value >= least && value <= most)
        {
            return value;
        }
        issues.Add(text, FormattableString.Invariant(
            $"{key} is {text}; allowed is {100 * least:0.###}% to {100 * most:0.###}%"));
        return null;
    }

    private static double? Plain(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : null;
}
