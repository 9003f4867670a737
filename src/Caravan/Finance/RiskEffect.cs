namespace Caravan.Finance;

/// <summary>What risk does to a project's money.</summary>
/// <param name="Premium">Added to the base rate of commercial loans, a fraction.</param>
/// <param name="Delay">Probability that the project opens late and above its cost.</param>
/// <param name="Failure">Probability that it is paid for and never opens.</param>
public readonly record struct RiskEffect(double Premium, double Delay, double Failure)
{
    /// <summary>Premium at a score of one; illustrative, about the spread of weak sovereign bonds over strong ones.</summary>
    public const double PremiumAtOne = 0.04;

    /// <summary>
    /// Probability of delay at a score of one. At one half it gives 0.35, the share of Belt and Road infrastructure
    /// projects with major trouble in implementation (AidData 2021, Banking on the Belt and Road).
    /// </summary>
    public const double DelayAtOne = 0.70;

    /// <summary>Probability of failure at a score of one; illustrative.</summary>
    public const double FailureAtOne = 0.10;

    /// <summary>Years by which a late project opens later; illustrative.</summary>
    public const int DelayYears = 2;

    /// <summary>
    /// Cost of a late project above its plan: the mean overrun of 258 transport projects, Flyvbjerg, Holm and Buhl (2002),
    /// Journal of the American Planning Association 68(3): 279-295, and the same authors (2003), Transport Reviews 23(1):
    /// 71-88, who find 45 % for railways, 34 % for bridges and tunnels, 20 % for roads.
    /// </summary>
    public const double Overrun = 0.28;

    /// <summary>The effect of scores, in proportion to <see cref="RiskScores.Overall"/>.</summary>
    public static RiskEffect Of(RiskScores scores) => new(
        PremiumAtOne * scores.Overall, DelayAtOne * scores.Overall, FailureAtOne * scores.Overall);

    /// <summary>The mean of a value over opening on time, opening late and never opening.</summary>
    public double Expected(double onTime, double late, double never) =>
        (1 - Delay - Failure) * onTime + Delay * late + Failure * never;
}
