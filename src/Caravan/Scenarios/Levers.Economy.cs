namespace Caravan.Scenarios;

/// <content>Levers that change what economies can make, want and borrow.</content>
public static partial class Levers
{
    private static Lever Productivity => new()
    {
        Name = "productivity",
        Title = "Productivity: technology, education, parks, agriculture",
        Mechanism = "The same labour and inputs make more. Where sectors buy from each other the gain is passed on and "
            + "grows: one per cent in every sector raises income by more than one per cent. What made it so (training, "
            + "a park, a better seed) and what it cost is outside the lever.",
        Equation = "A^ = 1 + change",
        Enters = "unit cost (1): c^ is divided by A^",
        Compounding = "Changes on one economy and sector multiply.",
        Shape = LeverShape.EconomyAndSector,
        TableColumn = "change",
        Fields =
        [
            EconomiesField,
            SectorsField("all"),
            new("change", LeverFieldKind.Change, "Relative change of productivity.")
            { Need = LeverFieldNeed.OneOf, Minimum = -0.99, Maximum = 10 },
            Table("change"),
        ],
        Example = "{id: seeds, lever: productivity, economies: [KAZ, UZB], sectors: A01_02, change: 2%}",
    };

    private static Lever LabourShock => new()
    {
        Name = "labour-shock",
        Title = "Labour supply",
        Mechanism = "An epidemic, a school-leaving cohort or a conflict changes the hours worked in an economy. "
            + "Nobody moves between economies.",
        Equation = "L^ = 1 + change",
        Enters = "income (7) and labour market (8): value added is w^ w L L^",
        Compounding = "Changes on one economy multiply.",
        Shape = LeverShape.Economy,
        TableColumn = "change",
        Fields =
        [
            EconomiesField,
            new("change", LeverFieldKind.Change, "Relative change of labour.")
            { Need = LeverFieldNeed.OneOf, Minimum = -0.99, Maximum = 10 },
            Table("change"),
        ],
        Example = "{id: epidemic, lever: labour-shock, economies: world, change: -2%}",
    };

    private static Lever DemandShock => new()
    {
        Name = "demand-shock",
        Title = "Shift of final demand",
        Mechanism = "Households and governments turn to some sectors and away from others at given prices and income. "
            + "Total spending is not changed by the shift itself. Real income is then measured with the base "
            + "weights and says nothing about the shift of taste as such. The variant `one-sector` has no sectors to "
            + "shift between.",
        Equation = "alpha'_j = alpha_j (1 + change_j) / sum_k alpha_k (1 + change_k)",
        Enters = "spending (5): alpha' takes the place of alpha",
        Compounding = "Weights on one economy and sector multiply before the shares are scaled to one.",
        Shape = LeverShape.EconomyAndSector,
        TableColumn = "change",
        Fields =
        [
            EconomiesField,
            new("sectors", LeverFieldKind.Sectors, "Sectors that gain or lose weight."),
            new("change", LeverFieldKind.Change, "Relative change of the sectors' weight before scaling.")
            { Need = LeverFieldNeed.OneOf, Minimum = -1, Maximum = 10 },
            Table("change"),
        ],
        Example = "{id: staycation, lever: demand-shock, economies: world, sectors: services, change: -5%}",
    };

    private static Lever Deficit => new()
    {
        Name = "deficit",
        Title = "Trade deficits",
        Mechanism = "An economy borrows or lends more abroad, so that it buys more or less than it sells. What some "
            + "take, others must give: the sum of all changes is taken from the economies that no such action names, "
            + "in proportion to their GDP. Only with the closure `fixed`.",
        Equation = "D' = to GDP, or D (1 + change); D'_m = D_m - GDP_m (sum of changes) / (sum of GDP) for every "
            + "economy m not named",
        Enters = "income (7) through D'",
        Compounding = "Several `change` on one economy multiply. An economy set by `to` or by a table cannot be "
            + "changed by another action as well, unless both give it the same value.",
        Shape = LeverShape.Economy,
        TableColumn = "to",
        Fields =
        [
            EconomiesField,
            new("to", LeverFieldKind.Rate, "The new deficit as a share of base GDP; negative for a surplus.")
            { Need = LeverFieldNeed.OneOf, Minimum = -1, Maximum = 1 },
            new("change", LeverFieldKind.Change, "Relative change of the deficit or surplus; -100% balances trade.")
            { Need = LeverFieldNeed.OneOf, Minimum = -10, Maximum = 10 },
            Table("to"),
        ],
        Example = "{id: balance, lever: deficit, economies: USA, change: -50%}",
    };
}
