using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Caravan.Finance;
using Caravan.Scenarios.Financing;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios;

/// <content>Writing what the scenario says about money.</content>
public sealed partial record Scenario
{
    private void AppendBook(StringBuilder text)
    {
        if (Finance.IsDefault)
        {
            return;
        }
        text.Append("finance:\n");
        text.Append(CultureInfo.InvariantCulture, $"  discount_rate: {RateText(Finance.DiscountRate)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  social_discount_rate: {RateText(Finance.SocialDiscountRate)}\n");
        if (Finance.BudgetMusd is { } budget)
        {
            text.Append(CultureInfo.InvariantCulture, $"  budget_musd: {budget:R}\n");
        }
        if (Finance.Fund is { } fund)
        {
            text.Append(CultureInfo.InvariantCulture, $"  fund: {{key: {FinanceWords.Of(fund.Key)}");
            if (!fund.Shares.IsEmpty)
            {
                text.Append(CultureInfo.InvariantCulture, $", shares: {SharesText(fund.Shares)}");
            }
            text.Append(fund.Terms is { } terms ? $", {TermsText(terms)}}}\n" : "}\n");
        }
        AppendOverrides(text, "debt", Finance.Debt, OverrideField.Debt);
        AppendOverrides(text, "risk", Finance.Risk, OverrideField.Risk);
    }

    private static void AppendOverrides(StringBuilder text, string key, ImmutableArray<EconomyOverride> overrides,
        ImmutableArray<OverrideField> fields)
    {
        if (overrides.IsEmpty)
        {
            return;
        }
        text.Append(CultureInfo.InvariantCulture, $"  {key}:\n");
        foreach (var economy in overrides.GroupBy(one => one.Economy))
        {
            var values = economy.Select(one => fields.First(field => field.Name == one.Field) is { Words.Length: > 0 } words
                ? $"{one.Field}: {words.Words[(int)one.Value]}"
                : string.Create(CultureInfo.InvariantCulture, $"{one.Field}: {one.Value:R}"));
            text.Append(CultureInfo.InvariantCulture, $"    {Word(economy.Key)}: {{{string.Join(", ", values)}}}\n");
        }
    }

    private static void AppendProject(StringBuilder text, ProjectFinance? finance)
    {
        if (finance is null)
        {
            return;
        }
        text.Append(CultureInfo.InvariantCulture, $"    cost_musd: {finance.CostMusd:R}\n");
        text.Append(CultureInfo.InvariantCulture, $"    years: [{finance.StartYear}, {finance.OpenYear}]\n");
        text.Append("    finance:\n");
        Line("life", finance.LifeYears.ToString(CultureInfo.InvariantCulture));
        if (!finance.Profile.IsEmpty)
        {
            Line("profile", $"[{string.Join(", ", finance.Profile.Select(RateText))}]");
        }
        Line("maintenance", RateText(finance.Maintenance));
        if (finance.RevenueMusd is { } revenue)
        {
            Line("revenue_musd", revenue.ToString("R", CultureInfo.InvariantCulture));
        }
        else if (finance.TollUsdPerTeu > 0)
        {
            Line("toll_usd_per_teu", finance.TollUsdPerTeu.ToString("R", CultureInfo.InvariantCulture));
        }
        Line("owners", SharesText(finance.Owners));
        text.Append("      mix:\n");
        foreach (var source in finance.Mix)
        {
            text.Append(CultureInfo.InvariantCulture, $"        - {{{SourceText(source)}}}\n");
        }

        void Line(string key, string value) => text.Append(CultureInfo.InvariantCulture, $"      {key}: {value}\n");
    }

    private static string SourceText(FinanceSource source)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"instrument: {FinanceWords.Of(source.Instrument)}, lender: {source.Lender}, share: {RateText(source.Share)}");
        if (!source.From.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $", from: {SharesText(source.From)}");
        }
        if (source.IsLoan)
        {
            // a base rate stays unsaid, so that the premium comes on top when the text is run again
            text.Append(source.HasBaseRate
                ? string.Create(CultureInfo.InvariantCulture,
                    $", grace: {source.Terms.GraceYears}, maturity: {source.Terms.MaturityYears}")
                : $", {TermsText(source.Terms)}");
            text.Append(CultureInfo.InvariantCulture, $", currency: {source.Currency}");
            text.Append(source.IsPublicDebt ? ", debt: public" : ", debt: company");
        }
        return text.ToString();
    }

    private static string TermsText(LoanTerms terms) => string.Create(CultureInfo.InvariantCulture,
        $"rate: {RateText(terms.Rate)}, grace: {terms.GraceYears}, maturity: {terms.MaturityYears}");

    private static string SharesText(ImmutableArray<PartyShare> shares) =>
        $"{{{string.Join(", ", shares.Select(share => $"{Word(share.Party)}: {RateText(share.Share)}"))}}}";

    private static string RateText(double value) => SizeParser.Format(value, LeverFieldKind.Rate);
}
