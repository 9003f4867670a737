namespace Caravan.Finance;

/// <summary>From a party's flows over the years to one yearly amount for a model without time.</summary>
public static class FiscalBurden
{
    /// <summary>
    /// The same amount in each year of service that is worth what the flows cost: their value in the year before opening
    /// at the discount rate, times the capital recovery factor over the life. Positive where the party pays on balance.
    /// </summary>
    /// <remarks>
    /// A yearly gain g and this burden b stand in the same years, so g above b exactly where gains over the life are
    /// worth more than the payments at that rate. An average of payments would ignore when they fall due.
    /// </remarks>
    /// <param name="flows">Received less paid [year from the start of construction].</param>
    /// <param name="plan">Start, opening and life.</param>
    /// <param name="rate">Discount rate, a fraction.</param>
    public static double Yearly(ReadOnlySpan<double> flows, ProjectPlan plan, double rate)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var atStart = PresentValue.Of(flows, rate);
        return -atStart * Math.Pow(1 + rate, plan.BuildYears - 1) * PresentValue.Annuity(rate, plan.LifeYears);
    }
}
