namespace Caravan.Finance;

/// <summary>Risk of investing in an economy by source, each from 0 (none) to 1 (as high as anywhere).</summary>
/// <param name="Geopolitical">Conflict, sanctions, closed borders.</param>
/// <param name="Legal">Contracts and disputes.</param>
/// <param name="Macroeconomic">Debt, outside balance, unsteady growth.</param>
/// <param name="Operational">Skills, land, supplies, completion.</param>
public readonly record struct RiskScores(double Geopolitical, double Legal, double Macroeconomic, double Operational)
{
    /// <summary>The mean of the four: no source is known to weigh more than another.</summary>
    public double Overall => (Geopolitical + Legal + Macroeconomic + Operational) / 4;

    /// <summary>
    /// The scores after agreements: dispute settlement takes its part off the legal risk, investment protection off the
    /// geopolitical risk; each is a fraction from 0 to 1.
    /// </summary>
    public RiskScores With(double disputeSettlement, double investmentProtection) => this with
    {
        Legal = Legal * (1 - disputeSettlement),
        Geopolitical = Geopolitical * (1 - investmentProtection),
    };
}
