using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <content>Levers that change how goods travel.</content>
public static partial class Levers
{
    private const string ThroughTheNetwork =
        "d^ = (1 + f u' + v T') / (1 + f u + v T) for two cities, u and T dollars and days door to door on the best routes, "
        + "u over its mean in trade between economies, f and v the sector's freight share and value of a day; for two "
        + "economies the mean over their cities of docs/network.md";

    private const string OneNetwork =
        "All actions on the network make one new network, in which routes are found anew; its d^ multiplies with those "
        + "of other levers.";

    private const string EntersThroughTheNetwork = "trade cost (2): d^ is a factor of k^, at home too";

    private static Lever Link => new()
    {
        Name = "link",
        Title = "New and better links: railways, roads, ferries, ports",
        Mechanism = "A project of the catalogue is built, or a line of the scenario's own, or a line that is there gets "
            + "faster. Goods choose their best routes anew, so a link matters to every pair of economies whose goods come "
            + "to use it, and to trade inside an economy too. A line that crosses a border without a crossing in `via` "
            + "takes the crossing with the least detour. Projects that were completed before the base year are in the "
            + "network already.",
        Equation = ThroughTheNetwork,
        Enters = EntersThroughTheNetwork,
        Compounding = OneNetwork + " Building a project twice is building it once; changes of speed multiply.",
        Shape = LeverShape.Network,
        Fields =
        [
            .. ProjectFields("built"),
            new("link", LeverFieldKind.Link, "A new line, or with `speed` one that is there.")
            { Need = LeverFieldNeed.OneOf },
            new("speed", LeverFieldKind.Change, "Relative change of the speed on a line that is there.")
            { Minimum = -0.99, Maximum = 10 },
        ],
        Example = "{id: railway, lever: link, project: china-kyrgyzstan-uzbekistan}",
    };

    private static Lever LinkClosure => new()
    {
        Name = "link-closure",
        Title = "Closed links, passages and borders",
        Mechanism = "A canal or strait is shut, a border is closed, a line is cut, or a completed project is taken away to "
            + "see what it is worth. Goods go another way if there is one. Where none is left, delivery to the economies "
            + "cut off costs ten times as much as before, and the result names the pairs.",
        Equation = ThroughTheNetwork,
        Enters = EntersThroughTheNetwork,
        Compounding = OneNetwork + " Closing twice is closing once.",
        Shape = LeverShape.Network,
        Fields =
        [
            new("passage", LeverFieldKind.Passages, "Sea passages that no ship can use.")
            { Need = LeverFieldNeed.OneOf },
            new("crossing", LeverFieldKind.Crossings, "Border crossings that are shut.")
            { Need = LeverFieldNeed.OneOf },
            new("link", LeverFieldKind.Link, "The line that is cut.")
            { Need = LeverFieldNeed.OneOf },
            .. ProjectFields("taken away; only completed ones"),
        ],
        Example = "{id: canal, lever: link-closure, passage: suez}",
    };

    private static Lever BorderTime => new()
    {
        Name = "border-time",
        Title = "Time and cost at border crossings",
        Mechanism = "Trucks and trains wait more or less at crossings, and pay more or less there. Every journey over such "
            + "a crossing gains, also journeys between third economies, and goods move over to the crossings that became "
            + "better. Without names it is every crossing between two of the economies.",
        Equation = ThroughTheNetwork,
        Enters = EntersThroughTheNetwork,
        Compounding = OneNetwork + " Changes at one crossing multiply.",
        Shape = LeverShape.Network,
        Fields =
        [
            new("between", LeverFieldKind.Economies, "Every crossing between two of these economies.")
            { DefaultWord = "members" },
            new("economies", LeverFieldKind.Economies, "One side of the border, with `partners`; instead of `between`."),
            new("partners", LeverFieldKind.Economies, "The other side of the border."),
            new("crossings", LeverFieldKind.Crossings, "Named crossings, instead of economies."),
            new("mode", LeverFieldKind.Mode, "Only trucks or only trains.") { Words = ["road", "rail"] },
            new("change", LeverFieldKind.Change, "Relative change of the hours.")
            { Need = LeverFieldNeed.AnyOf, Minimum = -1, Maximum = 100 },
            new("cost", LeverFieldKind.Change, "Relative change of the dollars.")
            { Need = LeverFieldNeed.AnyOf, Minimum = -1, Maximum = 100 },
        ],
        Example = "{id: borders, lever: border-time, between: members, change: -50%}",
    };

    private static Lever TransportCost => new()
    {
        Name = "transport-cost",
        Title = "Transport cost and time",
        Mechanism = "Freight and insurance are a share of the goods' value, and every day in transit is worth a part "
            + "of it. Cheaper or faster carriage saves that part of the cost. Without `mode` the size of the change is the "
            + "author's and no route is computed. With `mode` the rate per kilometre of that mode changes inside the "
            + "`economies`, for sea everywhere, and routes are found anew as for the lever `link`.",
        Equation = "d^ = (1 + f (1 + change) + v (T + days)) / (1 + f + v T), f = freight_share, v = day_value, "
            + "T = base_days; with mode as for link",
        Enters = "trade cost (2): d^ is a factor of k^",
        Compounding = IcebergsMultiply + " With `mode` changes of one rate multiply, and all actions on the network make "
            + "one new network.",
        Shape = LeverShape.Bilateral,
        Fields =
        [
            .. Bilateral("goods"),
            new("change", LeverFieldKind.Change, "Relative change of freight and insurance, or of the rate of a mode.")
            { Need = LeverFieldNeed.AnyOf, Minimum = -1, Maximum = 100 },
            new("days", LeverFieldKind.Days, "Days added to the way from door to door; negative when faster.")
            { Need = LeverFieldNeed.AnyOf, Minimum = -365, Maximum = 365 },
            new("freight_share", LeverFieldKind.Rate, "Freight and insurance as a share of the goods' value.")
            {
                Minimum = 0,
                Maximum = 2,
                Default = 0.081,
                DefaultSource = "World average of international transport costs in the FOB value of goods in 2021, "
                    + "UNCTADstat (2024); least developed economies' imports bore 14.8 %",
            },
            new("day_value", LeverFieldKind.Rate, "What a day in transit costs, as a share of the goods' value.")
            {
                Minimum = 0,
                Maximum = 0.1,
                Default = 0.006,
                DefaultSource = "Lower end of 0.6 to 2.1 % a day, Hummels and Schaur (2013), American Economic Review "
                    + "103(7): 2935-2959",
            },
            new("base_days", LeverFieldKind.Days, "Days from door to door that are there.")
            {
                Minimum = 0,
                Maximum = 365,
                Default = 20,
                DefaultSource = "illustrative; with `mode` each pair has its own days from the network",
            },
            new("mode", LeverFieldKind.Mode, "Through the network: the rate per kilometre of this mode changes.")
            { Words = ["road", "rail", "sea", "ferry"] },
            new("economies", LeverFieldKind.Economies, "With `mode`: where the rate changes; members where left out."),
        ],
        Example = "{id: corridor, lever: transport-cost, between: members, change: -10%, days: -2 days}",
    };

    private static ImmutableArray<LeverField> ProjectFields(string what) =>
    [
        new("project", LeverFieldKind.Projects, $"Project of the catalogue that is {what}.")
        { Need = LeverFieldNeed.OneOf },
        new("projects", LeverFieldKind.Projects, "Several projects.") { Need = LeverFieldNeed.OneOf },
    ];
}
