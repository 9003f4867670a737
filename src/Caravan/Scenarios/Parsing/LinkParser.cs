using System.Collections.Immutable;
using System.Globalization;
using Caravan.Data.Transport;

namespace Caravan.Scenarios.Parsing;

/// <summary>Reads a line of the network as written in an action: its ends, and what a new line is like.</summary>
internal static class LinkParser
{
    public static readonly ImmutableArray<string> Keys = ["mode", "from", "to", "via", "km", "gauge", "speed_kmh"];

    /// <summary>Gauges of the world's main railways, in millimetres.</summary>
    public static readonly ImmutableArray<int> Gauges = [1000, 1067, 1435, 1520, 1600, 1668, 1676];

    public const double MaxKm = 20_000;
    public const double MaxSpeedKmh = 400;

    /// <summary>The line; null after an issue that leaves an end unknown.</summary>
    public static DraftLink? Parse(FileEntry entry, Lever lever, bool isThere, IssueList issues)
    {
        if (NodeReader.Mapping(entry, issues) is not { } mapping)
        {
            if (entry.Value is FileScalar { Text.Length: 0 })
            {
                issues.Add(entry.Value, $"{entry.Key} is empty", "write {mode: rail, from: PLACE, to: PLACE}");
            }
            return null;
        }
        NodeReader.CheckKeys(mapping, "in a link", Keys, issues);
        // to close a sea lane one closes a passage: ships go round anything else
        var mode = Mode(mapping, lever.Field("speed") is null ? ["road", "rail", "ferry"] : ["road", "rail", "sea", "ferry"],
            issues);
        var (from, to) = (End(mapping, "from", issues), End(mapping, "to", issues));
        if (mode is null || from is null || to is null)
        {
            return null;
        }
        return new DraftLink(mode.Value, new FileText("", mapping.File, mapping.Line), from.Value, to.Value)
        {
            IsThere = isThere,
            Via = mapping.Find("via") is { } via ? NodeReader.Texts(via, issues) : [],
            Km = Number(mapping, "km", "km", MaxKm, issues),
            SpeedKmh = Number(mapping, "speed_kmh", "km/h", MaxSpeedKmh, issues),
            GaugeMm = Gauge(mapping, issues),
            OfNewLine = [.. mapping.Entries.Where(one => one.Key.Text is "km" or "gauge" or "speed_kmh").Select(one => one.Key)],
        };
    }

    /// <summary>The mode that a word stands for; null after an issue.</summary>
    public static TransportMode? FindMode(FileText word, ImmutableArray<string> words, IssueList issues)
    {
        if (words.Contains(word.Text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<TransportMode>(word.Text, ignoreCase: true);
        }
        issues.Add(word, $"mode is {word}; allowed: {string.Join(", ", words)}",
            Data.NearestWord.Find(word.Text, words) is { } near ? $"did you mean {near}?" : "");
        return null;
    }

    /// <summary>Word of a mode.</summary>
    public static string Word(TransportMode mode) => mode switch
    {
        TransportMode.Road => "road",
        TransportMode.Rail => "rail",
        TransportMode.Sea => "sea",
        TransportMode.Ferry => "ferry",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "no such mode"),
    };

    private static TransportMode? Mode(FileMapping mapping, ImmutableArray<string> words, IssueList issues)
    {
        if (mapping.Find("mode") is not { } entry)
        {
            issues.Add(mapping, "mode is missing in link", $"add mode: and one of {string.Join(", ", words)}");
            return null;
        }
        return NodeReader.Text(entry, issues) is { } word ? FindMode(word, words, issues) : null;
    }

    private static FileText? End(FileMapping mapping, string key, IssueList issues)
    {
        if (mapping.Find(key) is not { } entry)
        {
            issues.Add(mapping, $"{key} is missing in link", $"add {key}: and a city, port, station or crossing");
            return null;
        }
        return NodeReader.Text(entry, issues);
    }

    private static double? Number(FileMapping mapping, string key, string unit, double largest, IssueList issues)
    {
        if (mapping.Find(key) is not { } entry || NodeReader.Text(entry, issues) is not { } text)
        {
            return null;
        }
        var number = text.Text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? text.Text[..^unit.Length] : text.Text;
        if (!double.TryParse(number.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            issues.Add(text, $"{key} is '{text}', which is not a number");
            return null;
        }
        if (!(value > 0 && value <= largest))
        {
            issues.Add(text, FormattableString.Invariant($"{key} is {text}; allowed is more than 0 to {largest:0}"));
            return null;
        }
        return value;
    }

    private static int? Gauge(FileMapping mapping, IssueList issues)
    {
        if (mapping.Find("gauge") is not { } entry || NodeReader.Text(entry, issues) is not { } text)
        {
            return null;
        }
        var digits = text.Text.EndsWith("mm", StringComparison.OrdinalIgnoreCase) ? text.Text[..^2].TrimEnd() : text.Text;
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var gauge) && Gauges.Contains(gauge))
        {
            return gauge;
        }
        issues.Add(text, $"gauge is {text}; allowed: {string.Join(", ", Gauges)}");
        return null;
    }
}
