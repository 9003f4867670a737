namespace Caravan.Finance;

/// <summary>
/// A project's worth to society: income gains in every year of service against the resources it takes. Tolls are moved
/// from users to owners and so are no part of either.
/// </summary>
/// <param name="NpvMusd">Discounted gains less discounted cost, to the first year of construction, million dollars.</param>
/// <param name="BenefitCostRatio">Discounted gains over discounted capital and maintenance; NaN without cost.</param>
/// <param name="RateOfReturn">Economic rates of return.</param>
public sealed record EconomicAppraisal(double NpvMusd, double BenefitCostRatio, RateOfReturn RateOfReturn)
{
    /// <summary>The appraisal of a plan.</summary>
    /// <param name="plan">Capital, years, life, maintenance.</param>
    /// <param name="gainMusd">Gain in each year of service, million dollars; a loss is negative.</param>
    /// <param name="socialRate">Social discount rate, a fraction.</param>
    public static EconomicAppraisal Of(ProjectPlan plan, double gainMusd, double socialRate)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var years = plan.BuildYears + plan.LifeYears;
        double[] costs = new double[years], gains = new double[years], net = new double[years];
        plan.Capital.CopyTo(costs);
        for (var year = plan.BuildYears; year < years; year++)
        {
            costs[year] = plan.MaintenanceMusd;
            gains[year] = gainMusd;
        }
        for (var year = 0; year < years; year++)
        {
            net[year] = gains[year] - costs[year];
        }
        var (cost, gain) = (PresentValue.Of(costs, socialRate), PresentValue.Of(gains, socialRate));
        return new EconomicAppraisal(gain - cost, cost > 0 ? gain / cost : double.NaN, RateOfReturn.Of(net));
    }
}
