using System.Collections.Immutable;
using Caravan.Finance;

namespace Caravan.Scenarios.Financing;

/// <summary>The words that scenario files, tables and people use for kinds of finance.</summary>
public static class FinanceWords
{
    /// <summary>Words of instruments, in the order of the enumeration.</summary>
    public static ImmutableArray<string> Instruments { get; } = ["grant", "equity", "concessional-loan", "commercial-loan"];

    /// <summary>Words of contribution keys, in the order of the enumeration.</summary>
    public static ImmutableArray<string> Keys { get; } = ["equal", "gdp", "gains", "stated"];

    /// <summary>Words of carrying capacities, in the order of the enumeration.</summary>
    public static ImmutableArray<string> Capacities { get; } = ["weak", "medium", "strong"];

    /// <summary>Words of ratings, in the order of the enumeration.</summary>
    public static ImmutableArray<string> Ratings { get; } = ["low", "moderate", "high", "in distress"];

    /// <summary>Names of the ratios, in the order of the enumeration.</summary>
    public static ImmutableArray<string> Ratios { get; } =
    [
        "PV of external debt to GDP", "PV of external debt to exports", "External debt service to exports",
        "External debt service to revenue", "PV of public debt to GDP",
    ];

    /// <summary>Words of the ratios in files, in the order of the enumeration.</summary>
    public static ImmutableArray<string> RatioIds { get; } =
    [
        "external_pv_to_gdp", "external_pv_to_exports", "service_to_exports", "service_to_revenue", "public_pv_to_gdp",
    ];

    /// <summary>Names of the stress tests, in the order of the enumeration.</summary>
    public static ImmutableArray<string> Tests { get; } =
        ["none", "growth", "primary balance", "exports", "other flows", "depreciation", "combination"];

    internal static string Of(Instrument instrument) => Instruments[(int)instrument];

    internal static string Of(FundKey key) => Keys[(int)key];

    internal static string Of(CarryingCapacity capacity) => Capacities[(int)capacity];

    internal static string Of(DebtRating rating) => Ratings[(int)rating];

    internal static string Of(DebtRatio ratio) => Ratios[(int)ratio];

    internal static string Of(StressTest test) => Tests[(int)test];
}
