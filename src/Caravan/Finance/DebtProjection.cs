namespace Caravan.Finance;

/// <summary>
/// Debt year by year in dollars: what is owed grows by what is borrowed, which is interest less the primary balance and
/// what a package costs the budget. New money comes from abroad in the same part as old debt.
/// </summary>
/// <remarks>
/// D_t = D_{t-1} (1 + i) - pb Y_t + c_t, with external part E_t = E_{t-1} + s (D_t - D_{t-1}). Present value of E is
/// kappa E, kappa being the value at 5 % of a debt repaid in equal parts over the maturity, at most 1; its service is
/// (i + 1 / maturity) E_{t-1}. Exports and GDP grow at (1 + g)(1 + inflation).
/// </remarks>
internal static class DebtProjection
{
    /// <summary>Depreciation of the stress test, a fraction of the currency's value in dollars.</summary>
    public const double DepreciationShock = 0.30;

    private const int FirstShock = 2;
    private const int LastShock = 3;

    public static DebtPath Run(DebtInputs inputs, DebtAddition? package, StressTest test, int years)
    {
        var path = new DebtPath(test, years);
        var (i, s, kappa) = (inputs.InterestRate, inputs.ExternalShare, ValueFactor(inputs));
        var plannedBalance = inputs.PrimaryBalance
            ?? inputs.PublicDebt * (i - inputs.DollarGrowth) / (1 + inputs.DollarGrowth);
        // gdp, exports and debt in dollars; spending follows the plan that GDP without shock allows
        var gdp = inputs.GdpMusd;
        var gdpPlanned = gdp;
        var exports = inputs.Exports * gdp;
        var exportsPlanned = exports;
        var external = s * inputs.PublicDebt * gdp;
        var domestic = (1 - s) * inputs.PublicDebt * gdp;
        for (var year = 1; year <= years; year++)
        {
            var shocked = year is >= FirstShock and <= LastShock;
            gdpPlanned *= 1 + inputs.DollarGrowth;
            gdp *= 1 + (shocked ? Growth(inputs, test) : inputs.DollarGrowth);
            exportsPlanned *= 1 + inputs.DollarGrowth;
            exports *= 1 + (shocked ? ExportGrowth(inputs, test) : inputs.DollarGrowth);
            if (year == FirstShock && Part(test, StressTest.Depreciation) is var part and > 0)
            {
                var left = 1 - part * DepreciationShock;
                (gdp, gdpPlanned, domestic) = (gdp * left, gdpPlanned * left, domestic * left);
            }
            var growth = package?.GdpFactor[year] ?? 1;
            var (gdpHere, exportsHere) = (gdp * growth, exports * (package?.ExportFactor[year] ?? 1));
            var balance = plannedBalance * gdpHere;
            var abroad = 0.0;
            if (shocked)
            {
                balance -= inputs.Revenue * Math.Max(0, gdpPlanned - gdp)
                    + Part(test, StressTest.PrimaryBalance) * inputs.BalanceDeviation * gdpHere;
                abroad = Math.Max(0, exportsPlanned - exports)
                    + Part(test, StressTest.OtherFlows) * inputs.FlowsDeviation * gdpHere;
            }
            var service = external * (i + 1.0 / inputs.MaturityYears) + (package?.ExternalService[year] ?? 0);
            var borrowed = i * (external + domestic) - balance + (package?.BudgetCost[year] ?? 0);
            external += s * borrowed + abroad;
            domestic += (1 - s) * borrowed;
            var value = Math.Max(0, kappa * external) + (package?.ExternalValue[year] ?? 0);
            path[DebtRatio.ExternalToGdp, year] = 100 * value / gdpHere;
            path[DebtRatio.ExternalToExports, year] = 100 * value / exportsHere;
            path[DebtRatio.ServiceToExports, year] = 100 * Math.Max(0, service) / exportsHere;
            path[DebtRatio.ServiceToRevenue, year] = 100 * Math.Max(0, service) / (inputs.Revenue * gdpHere);
            path[DebtRatio.PublicToGdp, year] =
                100 * Math.Max(0, value + domestic + (package?.DomesticOwed[year] ?? 0)) / gdpHere;
        }
        return path;
    }

    /// <summary>Value at 5 % of a dollar owed that is repaid in equal parts over the maturity; at most one.</summary>
    public static double ValueFactor(DebtInputs inputs)
    {
        var terms = new LoanTerms(inputs.InterestRate, 0, inputs.MaturityYears);
        return Math.Min(1, 1 - GrantElement.Of(terms));
    }

    // how much of a shock a test contains
    private static double Part(StressTest test, StressTest shock) =>
        test == shock ? 1 : test == StressTest.Combination ? 0.5 : 0;

    private static double Growth(DebtInputs inputs, StressTest test)
    {
        var low = Math.Min(inputs.Growth, inputs.GrowthPast) - inputs.GrowthDeviation;
        var real = inputs.Growth - Part(test, StressTest.Growth) * (inputs.Growth - low);
        return (1 + real) * (1 + inputs.Inflation) - 1;
    }

    private static double ExportGrowth(DebtInputs inputs, StressTest test)
    {
        var low = Math.Min(inputs.DollarGrowth, inputs.ExportGrowthPast) - inputs.ExportGrowthDeviation;
        return Math.Max(-0.9, inputs.DollarGrowth - Part(test, StressTest.Exports) * (inputs.DollarGrowth - low));
    }
}
