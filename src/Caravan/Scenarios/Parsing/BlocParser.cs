using System.Collections.Immutable;

namespace Caravan.Scenarios.Parsing;

/// <summary>Reads the key <c>blocs</c>: who chooses together, and what from.</summary>
internal static class BlocParser
{
    public static readonly ImmutableArray<string> Keys = ["members", "policies", "tariff"];

    public static readonly ImmutableArray<string> TariffKeys = ["on", "sectors", "minimum", "maximum"];

    public static ImmutableArray<DraftBloc> Parse(FileMapping root, IssueList issues)
    {
        if (root.Find("blocs") is not { } entry || NodeReader.Mapping(entry, issues) is not { } mapping)
        {
            return [];
        }
        if (mapping.Entries.Length < 2)
        {
            issues.Add(entry.Key, "blocs names a single bloc; a game needs two or more", "name another bloc");
        }
        var blocs = ImmutableArray.CreateBuilder<DraftBloc>();
        foreach (var each in mapping.Entries)
        {
            if (NodeReader.Mapping(each, issues) is { } bloc)
            {
                NodeReader.CheckKeys(bloc, $"in bloc {each.Key}", Keys, issues);
                blocs.Add(Parse(each.Key, bloc, issues));
            }
        }
        return blocs.ToImmutable();
    }

    private static DraftBloc Parse(FileText name, FileMapping mapping, IssueList issues)
    {
        if (mapping.Find("members") is null)
        {
            issues.Add(name, $"bloc {name} has no members", "add members: and economies or sets");
        }
        var draft = new DraftBloc(name)
        {
            Members = mapping.Find("members") is { } members ? NodeReader.Texts(members, issues) : [],
            Policies = ParsePolicies(name, mapping, issues),
        };
        if (mapping.Find("tariff") is not { } entry || NodeReader.Mapping(entry, issues) is not { } tariff)
        {
            return draft;
        }
        NodeReader.CheckKeys(tariff, "in tariff", TariffKeys, issues);
        var range = new BlocTariff
        {
            Minimum = Rate(tariff, "minimum", issues) ?? 0,
            Maximum = Rate(tariff, "maximum", issues) ?? 1,
        };
        if (range.Minimum >= range.Maximum)
        {
            issues.Add(entry.Key, FormattableString.Invariant(
                $"the tariff of bloc {name} goes from {range.Minimum:0.##%} to {range.Maximum:0.##%}"),
                "give a maximum above the minimum");
            range = new BlocTariff();
        }
        return draft with
        {
            TariffOn = tariff.Find("on") is { } on ? NodeReader.Texts(on, issues) : [],
            TariffSectors = tariff.Find("sectors") is { } sectors ? NodeReader.Texts(sectors, issues) : [],
            Tariff = range,
        };
    }

    private static double? Rate(FileMapping mapping, string key, IssueList issues) =>
        mapping.Find(key) is { } entry && NodeReader.Text(entry, issues) is { } text
            ? SizeParser.Parse(text,
                new LeverField(key, LeverFieldKind.Rate, "") { Minimum = 0, Maximum = 10 }, issues)
            : null;

    private static ImmutableArray<DraftPolicy> ParsePolicies(FileText bloc, FileMapping mapping, IssueList issues)
    {
        if (mapping.Find("policies") is not { } entry)
        {
            issues.Add(bloc, $"bloc {bloc} has no policies", "add policies: with a name and actions each");
            return [];
        }
        if (NodeReader.Mapping(entry, issues) is not { } policies)
        {
            return [];
        }
        var drafts = ImmutableArray.CreateBuilder<DraftPolicy>();
        foreach (var policy in policies.Entries)
        {
            drafts.Add(new DraftPolicy(policy.Key, ParseActions(policy, issues)));
        }
        return drafts.ToImmutable();
    }

    // a list of ids, or ids with the share of their size
    private static ImmutableArray<DraftNumber> ParseActions(FileEntry policy, IssueList issues)
    {
        if (policy.Value is not FileMapping sized)
        {
            return [.. NodeReader.Texts(policy, issues).Select(word => new DraftNumber(word, 1))];
        }
        var actions = ImmutableArray.CreateBuilder<DraftNumber>();
        foreach (var each in sized.Entries)
        {
            if (NodeReader.Text(each, issues) is { } text
                && NumberReader.Share($"size of {each.Key}", text, 0.01, 1, issues) is { } size)
            {
                actions.Add(new DraftNumber(each.Key, size));
            }
        }
        return actions.ToImmutable();
    }
}
