using System.Collections.Immutable;
using System.Globalization;
using Caravan.Finance;
using Caravan.Scenarios.Financing;

namespace Caravan.Scenarios.Parsing;

/// <summary>Reads <c>finance</c> at the top of a scenario.</summary>
internal static class FinanceBookParser
{
    /// <summary>Keys of the mapping.</summary>
    public static readonly ImmutableArray<string> Keys =
        ["discount_rate", "social_discount_rate", "budget_musd", "fund", "debt", "risk"];

    /// <summary>Keys of <c>fund</c>.</summary>
    public static readonly ImmutableArray<string> FundKeys = ["key", "shares", "rate", "grace", "maturity"];

    /// <summary>The mapping as written; null where there is none.</summary>
    public static DraftBook? Parse(FileMapping root, IssueList issues)
    {
        if (root.Find("finance") is not { } entry || NodeReader.Mapping(entry, issues) is not { } mapping)
        {
            return null;
        }
        NodeReader.CheckKeys(mapping, "in finance", Keys, issues);
        var fund = mapping.Find("fund") is { } at ? NodeReader.Mapping(at, issues) ?? new FileMapping([], at.Key.File, at.Key.Line)
            : null;
        return new DraftBook(entry.Key)
        {
            DiscountRate = MoneyReader.Rate(mapping, "discount_rate", 0, 0.5, issues),
            SocialDiscountRate = MoneyReader.Rate(mapping, "social_discount_rate", 0, 0.5, issues),
            BudgetMusd = MoneyReader.Number(mapping, "budget_musd", 0, FinanceParser.MostMusd, "million dollars", issues),
            Fund = fund is null ? null : ParseFund(fund, issues),
            FundShares = fund is null ? [] : MoneyReader.Shares(fund, "shares", issues),
            Debt = ParseOverrides(mapping, "debt", OverrideField.Debt, issues),
            Risk = ParseOverrides(mapping, "risk", OverrideField.Risk, issues),
        };
    }

    private static FundTerms ParseFund(FileMapping fund, IssueList issues)
    {
        NodeReader.CheckKeys(fund, "in fund", FundKeys, issues);
        var key = MoneyReader.Word(fund, "key", FinanceWords.Keys, issues);
        var stated = fund.Find("shares");
        if (stated is not null && key is not null && key != (int)FundKey.Stated)
        {
            issues.Add(stated.Key, $"shares are stated, but the key is {FinanceWords.Keys[key.Value]}",
                "write key: stated, or leave the shares out");
        }
        else if (stated is null && key == (int)FundKey.Stated)
        {
            issues.Add(fund, "the fund's key is stated, but shares are missing", "add shares: and a part for each member");
        }
        return new FundTerms
        {
            Key = stated is not null ? FundKey.Stated : (FundKey)(key ?? (int)FundKey.Gdp),
            Terms = ParseTerms(fund, issues),
        };
    }

    private static LoanTerms? ParseTerms(FileMapping fund, IssueList issues)
    {
        string[] keys = ["rate", "grace", "maturity"];
        var missing = keys.Where(key => fund.Find(key) is null).ToList();
        if (missing.Count == keys.Length)
        {
            return null;
        }
        if (missing.Count > 0)
        {
            issues.Add(fund, $"the fund's loans have no {string.Join(", ", missing)}",
                "give rate, grace and maturity, or none of them for a fund that only grants");
            return null;
        }
        var rate = MoneyReader.Rate(fund, "rate", 0, 0.5, issues);
        var grace = MoneyReader.Years(fund, "grace", 0, FinanceParser.MostYears, issues);
        var maturity = MoneyReader.Years(fund, "maturity", 1, FinanceParser.MostYears, issues);
        if (rate is null || grace is null || maturity is null)
        {
            return null;
        }
        if (maturity <= grace)
        {
            issues.Add(fund, $"the fund's loans run {maturity} years with {grace} of grace", "give a maturity beyond the grace");
            return null;
        }
        return new LoanTerms(rate.Value, grace.Value, maturity.Value);
    }

    private static ImmutableArray<DraftOverride> ParseOverrides(
        FileMapping mapping, string key, ImmutableArray<OverrideField> fields, IssueList issues)
    {
        if (mapping.Find(key) is not { } entry || NodeReader.Mapping(entry, issues) is not { } economies)
        {
            return [];
        }
        var overrides = ImmutableArray.CreateBuilder<DraftOverride>();
        foreach (var economy in economies.Entries)
        {
            if (NodeReader.Mapping(economy, issues) is not { } values)
            {
                continue;
            }
            NodeReader.CheckKeys(values, $"in {key} of {economy.Key}", fields.Select(field => field.Name), issues);
            foreach (var field in fields)
            {
                if (Read(values, field, issues) is { } value)
                {
                    overrides.Add(new DraftOverride(economy.Key, field.Name, value));
                }
            }
        }
        return overrides.ToImmutable();
    }

    // A scale in per cent takes 55 and 55%; a score and a word are what they are.
    private static double? Read(FileMapping values, OverrideField field, IssueList issues)
    {
        if (field.Words.Length > 0)
        {
            return MoneyReader.Word(values, field.Name, field.Words, issues);
        }
        if (values.Find(field.Name) is { Value: FileScalar { Text: var text } scalar } && text.EndsWith('%')
            && field.Name.EndsWith("_pct", StringComparison.Ordinal)
            && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            values = values.With(new FileEntry(values.Find(field.Name)!.Key, scalar with { Text = text[..^1] }));
        }
        return MoneyReader.Number(values, field.Name, field.Minimum, field.Maximum,
            field.Name.EndsWith("_pct", StringComparison.Ordinal) ? "per cent" : "", issues);
    }
}
