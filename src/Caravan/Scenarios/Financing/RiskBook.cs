using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Finance;

namespace Caravan.Scenarios.Financing;

/// <summary>
/// Risk of investing by economy: estimated by a rule from what ships, replaced by what the scenario states, reduced by
/// the actions with lever <c>risk</c>. No licensed index is used; docs/build.md gives the rule.
/// </summary>
internal sealed class RiskBook
{
    // income group to a score for what institutions can do; estimated
    private const double UnknownGroup = 0.5;

    private readonly Baseline _baseline;
    private readonly Scenario _scenario;

    /// <param name="scenario">Overrides, and the actions in force.</param>
    /// <param name="baseline">Income groups and coasts.</param>
    public RiskBook(Scenario scenario, Baseline baseline) => (_scenario, _baseline) = (scenario, baseline);

    /// <summary>Scores of an economy without any action.</summary>
    public RiskScores Base(string code)
    {
        var economy = _baseline.Economies[_baseline.IndexOfEconomy(code)];
        var institutions = economy.IncomeGroup switch
        {
            "low" => 0.8,
            "lower-middle" => 0.6,
            "upper-middle" => 0.4,
            "high" => 0.2,
            _ => UnknownGroup,
        };
        // who has no coast depends on neighbours for every way out
        var scores = new RiskScores(Math.Min(1, 0.75 * institutions + (economy.Landlocked ? 0.15 : 0)), institutions,
            Macroeconomic(PublicFinanceTable.Find(code), institutions), 0.9 * institutions);
        foreach (var stated in _scenario.Finance.Risk.Where(stated => stated.Economy == code))
        {
            scores = stated.Field switch
            {
                "geopolitical" => scores with { Geopolitical = stated.Value },
                "legal" => scores with { Legal = stated.Value },
                "macroeconomic" => scores with { Macroeconomic = stated.Value },
                _ => scores with { Operational = stated.Value },
            };
        }
        return scores;
    }

    /// <summary>Scores of an economy with the scenario's actions.</summary>
    public RiskScores With(string code)
    {
        var scores = Base(code);
        foreach (var action in _scenario.Actions.Where(action => action.Lever.Name == "risk"
            && action.Economies.Contains(code)).OrderBy(action => action.Id, StringComparer.Ordinal))
        {
            scores = scores.With(action.Size("dispute_settlement") ?? 0, action.Size("investment_protection") ?? 0);
        }
        return scores;
    }

    // Debt of 100 % of GDP, an outside deficit of 10 % and growth that varies by 5 points score one each; their mean.
    private static double Macroeconomic(PublicFinance? finance, double unknown)
    {
        if (finance is null)
        {
            return unknown;
        }
        double[] parts =
        [
            finance.PublicDebtPct / 100, -finance.CurrentAccountPct / 10, finance.GrowthDeviationPct / 5,
        ];
        var known = parts.Where(double.IsFinite).Select(part => Math.Clamp(part, 0, 1)).ToList();
        return known.Count == 0 ? unknown : known.Sum() / known.Count;
    }
}
