using System.Collections.Immutable;
using Caravan.Scenarios.Financing;

namespace Caravan.Scenarios.Parsing;

/// <summary>Reads the key <c>agreement</c>: red lines, decision rule, chair, and what is on the table.</summary>
internal static class AgreementParser
{
    public static readonly ImmutableArray<string> Keys =
        ["red_lines", "rule", "threshold", "weights", "chair", "offer", "source"];

    public static readonly ImmutableArray<string> RedLineKeys =
        ["minimum_gain_pct", "minimum_gain_musd", "sectors", "maximum_debt_pct", "source"];

    public static readonly ImmutableArray<string> ChairKeys = ["order", "probabilities", "discount", "rounds"];

    public static readonly ImmutableArray<string> Rules = ["consensus", "qualified-majority", "weighted"];

    public const int MaxRounds = 1000;

    /// <summary>The agreement; null where the file has none.</summary>
    public static DraftAgreement? Parse(FileMapping root, IssueList issues)
    {
        if (root.Find("agreement") is not { } entry || NodeReader.Mapping(entry, issues) is not { } mapping)
        {
            return null;
        }
        NodeReader.CheckKeys(mapping, "in agreement", Keys, issues);
        var rule = ParseRule(mapping, issues);
        var threshold = NumberReader.Share(mapping, "threshold", 1e-6, 1, issues);
        CheckRule(mapping, rule, issues);
        return ParseChair(mapping, issues, new DraftAgreement(entry.Key)
        {
            RedLines = ParseRedLines(mapping, issues),
            Rule = rule,
            Threshold = rule == AgreementRule.Consensus ? 1 : threshold ?? 1,
            Weights = NumberReader.Shares(mapping, "weights", 0, 1, issues),
            Offer = mapping.Find("offer") is { } offer ? NodeReader.Texts(offer, issues) : [],
            Source = Text(mapping, "source", issues),
        });
    }

    public static string Word(AgreementRule rule) => rule switch
    {
        AgreementRule.Consensus => Rules[0],
        AgreementRule.QualifiedMajority => Rules[1],
        _ => Rules[2],
    };

    private static AgreementRule ParseRule(FileMapping mapping, IssueList issues)
    {
        if (mapping.Find("rule") is not { } entry || NodeReader.Text(entry, issues) is not { } word)
        {
            return AgreementRule.Consensus;
        }
        var at = Rules.IndexOf(word.Text.ToLowerInvariant());
        if (at < 0)
        {
            issues.Add(word, $"rule is {word}; allowed: {string.Join(", ", Rules)}",
                Data.NearestWord.Find(word.Text, Rules) is { } near ? $"did you mean {near}?" : "");
        }
        return at < 0 ? AgreementRule.Consensus : (AgreementRule)at;
    }

    // what each rule needs, and what has no meaning with it
    private static void CheckRule(FileMapping mapping, AgreementRule rule, IssueList issues)
    {
        var place = mapping.Find("rule")?.Key;
        foreach (var (key, needed) in new[]
        {
            ("threshold", rule != AgreementRule.Consensus), ("weights", rule == AgreementRule.Weighted),
        })
        {
            if (needed && mapping.Find(key) is null && place is { } word)
            {
                issues.Add(word, $"rule {Word(rule)} needs {key}", key == "threshold"
                    ? "add threshold: and a share of the votes such as 2/3" : "add weights: with a share of the votes each");
            }
            else if (!needed && mapping.Find(key) is { } extra)
            {
                issues.Add(extra.Key, $"{key} has no meaning with rule {Word(rule)}", "remove it, or choose another rule");
            }
        }
    }

    private static ImmutableArray<DraftRedLine> ParseRedLines(FileMapping mapping, IssueList issues)
    {
        if (mapping.Find("red_lines") is not { } entry || NodeReader.Mapping(entry, issues) is not { } lines)
        {
            return [];
        }
        var drafts = ImmutableArray.CreateBuilder<DraftRedLine>();
        foreach (var line in lines.Entries)
        {
            if (NodeReader.Mapping(line, issues) is not { } inner)
            {
                continue;
            }
            NodeReader.CheckKeys(inner, $"in the red line of {line.Key}", RedLineKeys, issues);
            if (!RedLineKeys.SkipLast(1).Any(key => inner.Find(key) is not null))
            {
                issues.Add(line.Key, $"the red line of {line.Key} says nothing",
                    $"add one of {string.Join(", ", RedLineKeys.SkipLast(1))}");
            }
            drafts.Add(new DraftRedLine(line.Key)
            {
                MinimumGainPct = NumberReader.Percent(inner, "minimum_gain_pct", issues),
                MinimumGainMusd = NumberReader.Number(inner, "minimum_gain_musd", issues),
                Sectors = ParseLimits(inner, issues),
                Debt = ParseDebt(inner, issues),
                Source = Text(inner, "source", issues),
            });
        }
        return drafts.ToImmutable();
    }

    private static ImmutableArray<DraftNumber> ParseLimits(FileMapping mapping, IssueList issues)
    {
        if (mapping.Find("sectors") is not { } entry || NodeReader.Mapping(entry, issues) is not { } limits)
        {
            return [];
        }
        var drafts = ImmutableArray.CreateBuilder<DraftNumber>();
        foreach (var limit in limits.Entries)
        {
            var field = new LeverField(limit.Key.Text, LeverFieldKind.Change, "") { Minimum = -1, Maximum = 0 };
            if (NodeReader.Text(limit, issues) is { } text && SizeParser.Parse(text, field, issues) is { } value)
            {
                drafts.Add(new DraftNumber(limit.Key, value));
            }
        }
        return drafts.ToImmutable();
    }

    private static ImmutableArray<DebtLimit> ParseDebt(FileMapping mapping, IssueList issues)
    {
        if (mapping.Find("maximum_debt_pct") is not { } entry || NodeReader.Mapping(entry, issues) is not { } limits)
        {
            return [];
        }
        var known = limits with
        {
            Entries = limits.Entries.RemoveAll(each => !FinanceWords.RatioIds.Contains(each.Key.Text)),
        };
        NodeReader.CheckKeys(limits, "in maximum_debt_pct", FinanceWords.RatioIds, issues);
        return
        [
            .. known.Entries.Select(each => (each.Key, Limit: NumberReader.Percent(limits, each.Key.Text, issues)))
                .Where(each => each.Limit is not null)
                .Select(each => new DebtLimit(each.Key.Text, each.Limit!.Value)),
        ];
    }

    private static DraftAgreement ParseChair(FileMapping agreement, IssueList issues, DraftAgreement draft)
    {
        if (agreement.Find("chair") is not { } entry || NodeReader.Mapping(entry, issues) is not { } mapping)
        {
            return draft;
        }
        NodeReader.CheckKeys(mapping, "in chair", ChairKeys, issues);
        if (mapping.Find("order") is not null && mapping.Find("probabilities") is { } lot)
        {
            issues.Add(lot.Key, "order and probabilities exclude each other",
                "keep order for a chair that goes round, probabilities for a lot");
        }
        return draft with
        {
            Order = mapping.Find("order") is { } order ? NodeReader.Texts(order, issues) : [],
            Probabilities = NumberReader.Shares(mapping, "probabilities", 0, 1, issues),
            Chair = new AgreementChair
            {
                Discount = ParseDiscount(mapping, issues) ?? new AgreementChair().Discount,
                Rounds = NumberReader.Count(mapping, "rounds", 1, MaxRounds, issues),
            },
        };
    }

    private static double? ParseDiscount(FileMapping mapping, IssueList issues)
    {
        if (NumberReader.Number(mapping, "discount", issues) is not { } discount || discount is > 0 and < 1)
        {
            return mapping.Find("discount") is null ? null : NumberReader.Number(mapping, "discount", new IssueList());
        }
        issues.Add(mapping.Find("discount")!.Value, FormattableString.Invariant(
            $"discount is {discount:0.####}; it lies between 0 and 1, both excluded"),
            "write what a gain one round later is worth now, such as 0.9");
        return null;
    }

    private static string Text(FileMapping mapping, string key, IssueList issues) =>
        mapping.Find(key) is { } entry ? NodeReader.Text(entry, issues)?.Text.Trim() ?? "" : "";
}
