using System.Collections.Immutable;
using Caravan.Finance;
using Caravan.Scenarios.Financing;

namespace Caravan.Scenarios.Parsing;

/// <summary>Reads what an action says about money: <c>cost_musd</c>, <c>years</c> and <c>finance</c>.</summary>
internal static class FinanceParser
{
    /// <summary>Keys of an action.</summary>
    public static readonly ImmutableArray<string> ActionKeys = ["cost_musd", "years", "finance"];

    /// <summary>Keys of an action's <c>finance</c>.</summary>
    public static readonly ImmutableArray<string> Keys =
        ["life", "profile", "maintenance", "toll_usd_per_teu", "revenue_musd", "owners", "mix"];

    /// <summary>Keys of one source in <c>mix</c>.</summary>
    public static readonly ImmutableArray<string> SourceKeys =
        ["instrument", "lender", "from", "share", "rate", "grace", "maturity", "currency", "debt"];

    private static readonly ImmutableArray<string> s_termKeys = ["rate", "grace", "maturity"];

    private static readonly ImmutableArray<string> s_debtWords = ["public", "company"];

    public const double MostMusd = 1e7;
    public const int MostYears = 100;
    public const int FirstYear = 1950;
    public const int LastYear = 2150;

    /// <summary>The action's money; null where it says nothing.</summary>
    public static DraftProject? Parse(FileMapping action, IssueList issues)
    {
        if (ActionKeys.All(key => action.Find(key) is null))
        {
            return null;
        }
        var years = ParseYears(action, issues);
        var finance = action.Find("finance") is { } entry ? ParseFinance(entry, years, issues) : null;
        return new DraftProject(ActionKeys.Select(action.Find).OfType<FileEntry>().First().Key)
        {
            CostMusd = MoneyReader.Number(action, "cost_musd", 0, MostMusd, "million dollars", issues),
            HasCost = action.Find("cost_musd") is not null,
            HasYears = action.Find("years") is not null,
            Years = years,
            Finance = finance,
        };
    }

    private static (int, int)? ParseYears(FileMapping action, IssueList issues)
    {
        if (action.Find("years") is not { } entry)
        {
            return null;
        }
        var texts = NodeReader.Texts(entry, issues);
        var years = texts.Select(text => int.TryParse(text.Text, out var year) && year is >= FirstYear and <= LastYear
            ? year : 0).ToList();
        if (years.Count != 2 || years.Contains(0))
        {
            issues.Add(entry.Key, $"years is {string.Join(", ", texts)}; two calendar years are expected",
                "write years: [first of construction, first of service], such as [2025, 2030]");
            return null;
        }
        if (years[1] <= years[0])
        {
            issues.Add(entry.Key, $"years: service begins in {years[1]}, construction in {years[0]}",
                $"the second year must be later, such as [{years[0]}, {years[0] + 5}]");
            return null;
        }
        return (years[0], years[1]);
    }

    private static DraftFinancing? ParseFinance(FileEntry entry, (int Start, int Open)? years, IssueList issues)
    {
        if (NodeReader.Mapping(entry, issues) is not { } mapping)
        {
            return entry.Value is FileScalar { Text.Length: 0 } ? new DraftFinancing(entry.Key) : null;
        }
        NodeReader.CheckKeys(mapping, "in an action's finance", Keys, issues);
        if (mapping.Find("toll_usd_per_teu") is { } toll && mapping.Find("revenue_musd") is not null)
        {
            issues.Add(toll.Key, "toll_usd_per_teu and revenue_musd both say what users pay", "keep one of them");
        }
        return new DraftFinancing(entry.Key)
        {
            Life = MoneyReader.Years(mapping, "life", 1, MostYears, issues),
            Profile = ParseProfile(mapping, years, issues),
            Maintenance = MoneyReader.Rate(mapping, "maintenance", 0, 0.5, issues),
            Toll = MoneyReader.Number(mapping, "toll_usd_per_teu", 0, 10_000, "dollars per TEU", issues),
            RevenueMusd = MoneyReader.Number(mapping, "revenue_musd", 0, MostMusd, "million dollars a year", issues),
            Owners = MoneyReader.Shares(mapping, "owners", issues),
            Mix = ParseMix(mapping, issues),
        };
    }

    private static ImmutableArray<double> ParseProfile(
        FileMapping mapping, (int Start, int Open)? years, IssueList issues)
    {
        if (mapping.Find("profile") is not { } entry)
        {
            return [];
        }
        var texts = NodeReader.Texts(entry, issues);
        var shares = texts.Select(text => MoneyReader.Rate(text, "profile", 0, 1, issues)).OfType<double>().ToImmutableArray();
        if (shares.Length == texts.Length)
        {
            MoneyReader.RequireOne(shares, "profile", entry.Key, issues);
        }
        if (years is { } span && texts.Length != span.Open - span.Start)
        {
            issues.Add(entry.Key, $"profile has {texts.Length} shares for {span.Open - span.Start} years of construction, "
                + $"{span.Start} to {span.Open - 1}", "give one share a year");
        }
        return shares;
    }

    private static ImmutableArray<DraftSource> ParseMix(FileMapping mapping, IssueList issues)
    {
        if (mapping.Find("mix") is not { } entry)
        {
            return [];
        }
        if (entry.Value is not FileSequence { Items.Length: > 0 } list)
        {
            issues.Add(entry.Key, "mix holds no list of sources",
                "write for example - {lender: adb, share: 100%}");
            return [];
        }
        var sources = ImmutableArray.CreateBuilder<DraftSource>();
        foreach (var node in list.Items)
        {
            if (node is not FileMapping source)
            {
                issues.Add(node, $"a source of money is a {NodeReader.Form(node)}; keys with values are expected");
            }
            else if (ParseSource(source, issues) is { } draft)
            {
                sources.Add(draft);
            }
        }
        if (sources.Count == list.Items.Length)
        {
            MoneyReader.RequireOne([.. sources.Select(source => source.Share)], "mix", entry.Key, issues);
        }
        return sources.ToImmutable();
    }

    private static DraftSource? ParseSource(FileMapping source, IssueList issues)
    {
        NodeReader.CheckKeys(source, "in a source of money", SourceKeys, issues);
        var place = new FileText("", source.File, source.Line);
        var lender = ParseLender(source, issues);
        var word = MoneyReader.Word(source, "instrument", FinanceWords.Instruments, issues);
        var share = MoneyReader.Rate(source, "share", 0, 1, issues);
        if (source.Find("share") is null)
        {
            issues.Add(place, "share is missing in a source of money", "say which part of the cost it pays, such as 40%");
        }
        if (lender is null || share is null || (word is null && source.Find("instrument") is not null))
        {
            return null;
        }
        var instrument = word is { } given ? (Instrument)given : lender.Instrument;
        var draft = new DraftSource(place, lender, instrument, share.Value)
        {
            From = MoneyReader.Shares(source, "from", issues),
            Rate = MoneyReader.Rate(source, "rate", 0, 0.5, issues),
            Grace = MoneyReader.Years(source, "grace", 0, MostYears, issues),
            Maturity = MoneyReader.Years(source, "maturity", 1, MostYears, issues),
            Currency = source.Find("currency") is { } entry && NodeReader.Text(entry, issues) is { } currency
                ? ParseCurrency(currency, issues) : "USD",
            IsPublicDebt = MoneyReader.Word(source, "debt", s_debtWords, issues) != 1,
        };
        CheckSource(source, draft, issues);
        return draft;
    }

    private static Lender? ParseLender(FileMapping source, IssueList issues)
    {
        if (source.Find("lender") is not { } entry)
        {
            return Lenders.Find(Lenders.Budgets);
        }
        if (NodeReader.Text(entry, issues) is not { } text)
        {
            return null;
        }
        var lender = Lenders.Find(text.Text);
        if (lender is null)
        {
            var words = Lenders.All.Select(known => known.Id).ToList();
            issues.Add(text, $"no lender is called {text}", Data.NearestWord.Find(text.Text, words) is { } near
                ? $"did you mean {near}?" : $"lenders: {string.Join(", ", words)}");
        }
        return lender;
    }

    private static void CheckSource(FileMapping source, DraftSource draft, IssueList issues)
    {
        var isLoan = draft.Instrument is Instrument.ConcessionalLoan or Instrument.CommercialLoan;
        if (!isLoan)
        {
            foreach (var key in s_termKeys.Add("debt"))
            {
                if (source.Find(key) is { } entry)
                {
                    issues.Add(entry.Key, $"{key} belongs to a loan; this source is of the kind {FinanceWords.Of(draft.Instrument)}",
                        "write instrument: concessional-loan or commercial-loan, or leave it out");
                }
            }
            return;
        }
        if (draft.Lender.Id == Lenders.Budgets)
        {
            issues.Add(draft.Place, "owners' budgets pay in and lend nothing to themselves",
                "name a lender, or write instrument: equity");
        }
        if (source.Find("from") is { } from)
        {
            issues.Add(from.Key, "from belongs to grants and equity", "name the lender of a loan");
        }
        var missing = s_termKeys.Where(key => source.Find(key) is null).ToList();
        if (draft.Lender.Terms is null && draft.Lender.Id != Lenders.Fund && missing.Count > 0)
        {
            issues.Add(draft.Place, $"a loan of {draft.Lender.Id} has no {string.Join(", ", missing)}, and this lender has no "
                + "standard terms", "add for example rate: 5%, grace: 5, maturity: 20");
        }
    }

    private static string ParseCurrency(FileText text, IssueList issues)
    {
        if (text.Text == "local" || text.Text.Length == 3 && text.Text.All(char.IsAsciiLetterUpper))
        {
            return text.Text;
        }
        issues.Add(text, $"currency is {text}; a code of three capitals such as USD, or local, is expected");
        return "USD";
    }
}
