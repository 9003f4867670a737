namespace Caravan.Scenarios;

/// <content>Levers that change what it costs to trade.</content>
public static partial class Levers
{
    private static Lever Tariff => new()
    {
        Name = "tariff",
        Title = "Tariffs",
        Mechanism = "An importer changes what it takes at the border from goods of an exporter. The buyer's price "
            + "rises or falls by the tariff factor, and the importer's household receives the revenue.",
        Equation = "tau' = to, or tau (1 + change), or max(0, tau + points)",
        Enters = "trade cost (2), output (6) and income (7) through tau'",
        Compounding = "Several `change` on one cell multiply, then `points` add up; the sum is floored at zero. A cell "
            + "set by `to` or by a table cannot be changed by another action as well, unless both give it the same "
            + "value; that is an error and not a matter of order.",
        Shape = LeverShape.Bilateral,
        TableColumn = "tariff_rate",
        Fields =
        [
            .. Bilateral("goods"),
            new("to", LeverFieldKind.Rate, "The new ad-valorem tariff.")
            { Need = LeverFieldNeed.OneOf, Minimum = 0, Maximum = 10 },
            new("change", LeverFieldKind.Change, "Relative change of the tariff that is there; a zero tariff stays.")
            { Need = LeverFieldNeed.OneOf, Minimum = -1, Maximum = 10 },
            new("points", LeverFieldKind.Points, "Percentage points added to the tariff that is there.")
            { Need = LeverFieldNeed.OneOf, Minimum = -1, Maximum = 10 },
            Table("tariff_rate"),
        ],
        Example = "{id: tariffs, lever: tariff, between: members, to: 0%}",
    };

    private static Lever Ntb => new()
    {
        Name = "ntb",
        Title = "Non-tariff barriers",
        Mechanism = "Quotas, licences, price controls and other border measures raise the cost of trade without giving "
            + "revenue. Their ad-valorem equivalent (AVE) is the tariff that would hold back trade as much; the part "
            + "that falls is an iceberg cost saved.",
        Equation = "d^ = (1 + ave') / (1 + ave), ave = base, ave' = to, or base (1 + change), or max(0, base + points)",
        Enters = "trade cost (2): d^ is a factor of k^",
        Compounding = IcebergsMultiply,
        Shape = LeverShape.Bilateral,
        TableColumn = "ave",
        Fields =
        [
            .. Bilateral("goods"),
            new("base", LeverFieldKind.Rate, "AVE of the barriers that are there.")
            {
                Minimum = 0,
                Maximum = 100,
                Default = 0.12,
                DefaultSource = "Simple average AVE of core non-tariff barriers over all products and economies, Kee, "
                    + "Nicita and Olarreaga (2009), Economic Journal 119: 172-199; one figure for every cell",
            },
            new("to", LeverFieldKind.Rate, "The new AVE.")
            { Need = LeverFieldNeed.OneOf, Minimum = 0, Maximum = 100 },
            new("change", LeverFieldKind.Change, "Relative change of the AVE.")
            { Need = LeverFieldNeed.OneOf, Minimum = -1, Maximum = 10 },
            new("points", LeverFieldKind.Points, "Percentage points added to the AVE.")
            { Need = LeverFieldNeed.OneOf, Minimum = -1, Maximum = 100 },
            Table("ave"),
        ],
        Example = "{id: barriers, lever: ntb, between: members, points: -3pp}",
    };

    private static Lever Standards => new()
    {
        Name = "standards",
        Title = "Standards: harmonisation and mutual recognition",
        Mechanism = "Meeting a second set of sanitary and technical rules costs the exporter money. Common rules, or "
            + "recognition of each other's rules and tests, take away part of that cost; the rules themselves stay.",
        Equation = "d^ = (1 + base (1 + change)) / (1 + base)",
        Enters = "trade cost (2): d^ is a factor of k^",
        Compounding = IcebergsMultiply,
        Shape = LeverShape.Bilateral,
        TableColumn = "change",
        Fields =
        [
            .. Bilateral("goods"),
            new("base", LeverFieldKind.Rate, "AVE of sanitary and technical rules that are there.")
            {
                Minimum = 0,
                Maximum = 10,
                Default = 0.045,
                DefaultSource = "Half of 9 %: such rules raise prices by 8 to 10 % in half of the product lines, "
                    + "Cadot and Gourdon (2016), Review of World Economics 152: 227-249",
            },
            new("change", LeverFieldKind.Change, "Relative change of that AVE.")
            {
                Need = LeverFieldNeed.OneOf,
                Minimum = -1,
                Maximum = 10,
                Default = -0.2,
                DefaultSource = "Lower end of the 20 to 25 % by which harmonisation or mutual recognition in trade "
                    + "agreements reduces the price effect, Cadot and Gourdon (2016)",
            },
            Table("change"),
        ],
        Example = "{id: recognition, lever: standards, between: members, sectors: [C10T12, C21], change: -25%}",
    };

    private static Lever DigitalTrade => new()
    {
        Name = "digital-trade",
        Title = "Digital trade: paperless borders and e-commerce",
        Mechanism = "Electronic documents exchanged between customs, one window for all papers and electronic payment "
            + "lower the cost of dealing across a border. Studies state the fall relative to the whole cost of "
            + "trading abroad, not to the goods' value, hence the base. Goods only unless `sectors` says otherwise: "
            + "the studies cover goods.",
        Equation = "d^ = (1 + base (1 + extent change)) / (1 + base)",
        Enters = "trade cost (2): d^ is a factor of k^",
        Compounding = IcebergsMultiply,
        Shape = LeverShape.Bilateral,
        TableColumn = "change",
        Fields =
        [
            .. Bilateral("goods"),
            new("base", LeverFieldKind.Rate, "Cost of trading abroad that is there, as a tariff equivalent.")
            {
                Minimum = 0,
                Maximum = 10,
                Default = 0.74,
                DefaultSource = "International part of trade costs of a rich economy, Anderson and van Wincoop (2004), "
                    + "Journal of Economic Literature 42(3): 691-751; poorer economies bear more",
            },
            new("change", LeverFieldKind.Change, "Relative change of that cost where every measure is put in place.")
            {
                Need = LeverFieldNeed.OneOf,
                Minimum = -1,
                Maximum = 1,
                Default = -0.11,
                DefaultSource = "Digital trade facilitation in Asia and the Pacific, ADB and UN ESCAP (2024), "
                    + "Asia-Pacific Trade Facilitation Report 2024",
            },
            new("extent", LeverFieldKind.Rate, "How much of the remaining measures is put in place.")
            {
                Minimum = 0,
                Maximum = 1,
                Default = 1,
                DefaultSource = "all that remain, the case that the source of the change describes",
            },
            Table("change"),
        ],
        Example = "{id: paperless, lever: digital-trade, between: members, extent: 50%}",
    };

    private static Lever Settlement => new()
    {
        Name = "settlement",
        Title = "Settlement in local currencies",
        Mechanism = "Paying across a border costs fees and the spread of changing money twice through a third "
            + "currency. Trade settled in one of the two parties' currencies saves part of that.",
        Equation = "d^ = (1 + payment_cost (1 - share saving)) / (1 + payment_cost)",
        Enters = "trade cost (2): d^ is a factor of k^",
        Compounding = IcebergsMultiply,
        Shape = LeverShape.Bilateral,
        TableColumn = "share",
        Fields =
        [
            .. Bilateral("all"),
            new("share", LeverFieldKind.Rate, "Share of trade that newly settles in local currencies.")
            { Need = LeverFieldNeed.OneOf, Minimum = 0, Maximum = 1 },
            new("payment_cost", LeverFieldKind.Rate, "Cost of payment and exchange as a share of the value paid.")
            {
                Minimum = 0,
                Maximum = 0.2,
                Default = 0.01,
                DefaultSource = "illustrative: the G20 target for the average cost of a cross-border retail payment "
                    + "by 2027, Financial Stability Board (2021); today's average is above it, large payments below",
            },
            new("saving", LeverFieldKind.Rate, "Part of that cost saved on trade settled locally.")
            {
                Minimum = 0,
                Maximum = 1,
                Default = 0.5,
                DefaultSource = "illustrative: one exchange instead of two",
            },
            Table("share"),
        ],
        Example = "{id: local-currency, lever: settlement, between: members, share: 30%}",
    };
}
