namespace Caravan.Finance;

/// <summary>
/// Grant element of a loan: what the borrower saves against a loan at the discount rate, as a fraction of the loan. The
/// IMF and the World Bank count loans of 35 % or more at 5 % as concessional.
/// </summary>
/// <remarks>
/// IMF, Calculation of Grant Element, and World Bank, Grant Element Calculations (both since October 2013 with one rate
/// of 5 % for all currencies): face value less discounted debt service, over face value. With equal principal payments once
/// a year this sums to 1 - r/d times one minus the mean discount factor of the years without repayment, the formula of
/// OECD's Development Assistance Committee.
/// </remarks>
public static class GrantElement
{
    /// <summary>The unified discount rate of the IMF and the World Bank since 2013.</summary>
    public const double UnifiedRate = 0.05;

    /// <summary>Grant element from which a loan counts as concessional.</summary>
    public const double Concessional = 0.35;

    /// <summary>
    /// The grant element as a fraction; negative for a loan dearer than the discount rate. The whole loan is paid out at
    /// once, as the definition has it.
    /// </summary>
    public static double Of(LoanTerms terms, double discountRate = UnifiedRate)
    {
        terms.Require(nameof(terms));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(discountRate);
        var (d, grace, maturity) = (discountRate, terms.GraceYears, terms.MaturityYears);
        var repaid = (Math.Pow(1 + d, -grace) - Math.Pow(1 + d, -maturity)) / (d * (maturity - grace));
        return (1 - terms.Rate / d) * (1 - repaid);
    }
}
