using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>
/// The table of levers. Validation, the JSON Schema, <c>docs/levers.md</c> and every listing are made from it.
/// </summary>
public static partial class Levers
{
    /// <summary>The levers in the order of the documentation: trade costs, transport, then economies.</summary>
    public static ImmutableArray<Lever> All { get; } =
    [
        Tariff, Ntb, Standards, DigitalTrade, Settlement,
        Link, LinkClosure, BorderTime, TransportCost,
        Productivity, LabourShock, DemandShock, Deficit,
        Finance, Risk,
    ];

    /// <summary>
    /// Names of levers that the scenario format knows and this version cannot compute yet. A scenario that uses one is
    /// refused; <c>not_expressed</c> is the place to mention such parts.
    /// </summary>
    public static ImmutableArray<string> Planned { get; } =
        ["mobility", "carbon"];

    /// <summary>The lever of that name, case ignored, or null.</summary>
    public static Lever? Find(string name)
    {
        foreach (var lever in All)
        {
            if (string.Equals(lever.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return lever;
            }
        }
        return null;
    }

    private const string IcebergsMultiply =
        "Changes of all levers of trade cost on one cell multiply: 0.9 and 0.9 give 0.81.";

    private static LeverField EconomiesField => new("economies", LeverFieldKind.Economies,
        "Economies concerned.")
    { DefaultWord = "members" };

    private static LeverField SectorsField(string defaultWord) => new("sectors", LeverFieldKind.Sectors,
        "Sectors concerned.")
    { DefaultWord = defaultWord };

    // Who trades what with whom; every bilateral lever has these fields first.
    private static ImmutableArray<LeverField> Bilateral(string sectors) =>
    [
        new("importers", LeverFieldKind.Economies, "Economies that buy.") { DefaultWord = "members" },
        new("exporters", LeverFieldKind.Economies, "Economies that sell.") { DefaultWord = "members" },
        new("between", LeverFieldKind.Economies,
            "Every pair of these economies in both directions; instead of `importers` and `exporters`."),
        SectorsField(sectors),
    ];

    private static LeverField Table(string column) => new("table", LeverFieldKind.Table,
        $"CSV file beside the scenario; its column `{column}` holds the value of each cell it lists.")
    { Need = LeverFieldNeed.OneOf };
}
