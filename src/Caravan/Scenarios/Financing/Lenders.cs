using System.Collections.Immutable;
using Caravan.Finance;

namespace Caravan.Scenarios.Financing;

/// <summary>The table of lenders and their default terms; docs/build.md shows it.</summary>
public static class Lenders
{
    /// <summary>Word for the budgets of a project's owners.</summary>
    public const string Budgets = "budgets";

    /// <summary>Word for the members' pooled fund.</summary>
    public const string Fund = "fund";

    /// <summary>Word for private money.</summary>
    public const string Private = "private";

    private const string Unverified = "unverified: general knowledge, rounded";

    /// <summary>All lenders in the order of the documentation.</summary>
    public static ImmutableArray<Lender> All { get; } =
    [
        new("china-development-bank", "China Development Bank", Instrument.CommercialLoan)
        {
            Economy = "CHN",
            Terms = new(0.022, 5, 17),
            Source = "base rate so that a borrower with risk score 0.5 pays 4.2 %, a typical Chinese loan (AidData 2021, "
                + "Banking on the Belt and Road), whose grace below 2 and maturity below 10 years are for all purposes; grace "
                + "and maturity for large works are illustrative",
        },
        new("export-import-bank-of-china", "Export-Import Bank of China", Instrument.ConcessionalLoan)
        {
            Economy = "CHN",
            Terms = new(0.02, 5, 20),
            Source = "inside 2 to 4 %, 3 to 7 years of grace, 10 to 20 of maturity for its concessional loans (Hubbard 2007, "
                + "Center for Global Development, Working Paper 126)",
        },
        new("silk-road-fund", "Silk Road Fund", Instrument.Equity)
        { Economy = "CHN", Source = "invests for the most part in shares; no standard terms of loans" },
        new("aiib", "Asian Infrastructure Investment Bank", Instrument.ConcessionalLoan)
        {
            Terms = new(0.045, 5, 25),
            Source = "public loans run 20 years on average and 35 at most (Multilateral Cooperation Center for Development "
                + "Finance), 5 of grace as in a loan to Bangladesh (May 2022); rate unverified",
        },
        new("adb", "Asian Development Bank", Instrument.ConcessionalLoan)
        {
            Terms = new(0.02, 5, 25),
            Source = "concessional lending to economies of its group B, as in a loan to Bangladesh (United News of Bangladesh, "
                + "May 2020)",
        },
        new("world-bank-ida", "World Bank, International Development Association", Instrument.ConcessionalLoan)
        {
            Terms = new(0.0125, 5, 30),
            Source = "blend terms: 30 years, 5 of grace (World Bank, IDA terms from July 2024); rate unverified",
        },
        new("world-bank-ibrd", "World Bank, International Bank for Reconstruction and Development",
            Instrument.ConcessionalLoan)
        { Terms = new(0.045, 5, 20), Source = Unverified },
        new("ebrd", "European Bank for Reconstruction and Development", Instrument.CommercialLoan)
        { Terms = new(0.04, 3, 15), Source = Unverified },
        new("islamic-development-bank", "Islamic Development Bank", Instrument.ConcessionalLoan)
        { Terms = new(0.03, 5, 20), Source = Unverified },
        new(Budgets, "Owners' budgets", Instrument.Equity) { Source = "paid in as it is needed" },
        new(Fund, "Members' pooled fund", Instrument.Grant) { Source = "key and terms stand under finance: fund" },
        new(Private, "Private investors", Instrument.Equity) { Source = "no standard terms of loans" },
    ];

    /// <summary>The lender of that id, case ignored, or null.</summary>
    public static Lender? Find(string id) =>
        All.FirstOrDefault(lender => string.Equals(lender.Id, id, StringComparison.OrdinalIgnoreCase));
}
