namespace Caravan.Scenarios;

/// <content>Levers that change what money costs and how safe it is.</content>
public static partial class Levers
{
    private static Lever Finance => new()
    {
        Name = "finance",
        Title = "Cheaper finance",
        Mechanism = "Guarantees, subsidies or a better rating make the loans of projects cheaper. The lever changes "
            + "rates "
            + "only; who pays what, a pooled fund and its key stand under `finance` of an action and of the scenario "
            + "(docs/build.md). It has an effect where the economies own projects that are financed by loans.",
        Equation = "rate' = max(0, rate + points s), s the part of a project that the economies own",
        Enters = "income (7) through the yearly fiscal cost G",
        Compounding = "Points of several actions on one economy add up.",
        Shape = LeverShape.Economy,
        Fields =
        [
            EconomiesField,
            new("points", LeverFieldKind.Points, "Change of the rate of all loans of projects that they own.")
            { Need = LeverFieldNeed.Required, Minimum = -0.2, Maximum = 0.2 },
        ],
        Example = "{id: guarantees, lever: finance, points: -1pp}",
    };

    private static Lever Risk => new()
    {
        Name = "risk",
        Title = "Risk of investing",
        Mechanism = "Whoever lends to a project asks for a premium where courts, politics, public finance or "
            + "completion "
            + "are doubtful, and projects there open late or never more often. Courts that both sides trust take a "
            + "part "
            + "off the legal risk, treaties that protect investment off the geopolitical risk. Scores are estimated "
            + "from income group, debt, outside balance and growth (docs/build.md) unless the scenario states them "
            + "under "
            + "`finance: risk`.",
        Equation = "premium = 4 % r, P(late) = 0.7 r, P(failure) = 0.1 r, r the mean of four scores of which legal is "
            + "multiplied by (1 - dispute_settlement), geopolitical by (1 - investment_protection)",
        Enters = "income (7) through the premium in the yearly fiscal cost G; expected and downside values of projects",
        Compounding = "Parts that are left multiply: half and half leave a quarter.",
        Shape = LeverShape.Economy,
        Fields =
        [
            EconomiesField,
            new("dispute_settlement", LeverFieldKind.Rate, "Part of the legal risk that is taken away.")
            { Need = LeverFieldNeed.AnyOf, Minimum = 0, Maximum = 1 },
            new("investment_protection", LeverFieldKind.Rate, "Part of the geopolitical risk that is taken away.")
            { Need = LeverFieldNeed.AnyOf, Minimum = 0, Maximum = 1 },
        ],
        Example = "{id: courts, lever: risk, dispute_settlement: 50%, investment_protection: 25%}",
    };
}
