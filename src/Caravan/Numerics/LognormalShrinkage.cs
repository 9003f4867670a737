namespace Caravan.Numerics;

/// <summary>
/// Empirical-Bayes shrinkage of noisy estimates of positive parameters towards a common centre. An estimate x_j with
/// standard error s_j is normal around theta_j; log theta_j is normal around the log of the centre with spread tau. Tau
/// is the value that makes the estimates most likely; each theta_j becomes its posterior geometric mean.
/// </summary>
internal sealed class LognormalShrinkage
{
    // The grid spans six spreads on either side, far beyond where the posterior has weight; its steps must be finer
    // than an estimate's standard error, which holds down to a hundredth of the estimate.
    private const int GridHalf = 800;
    private const double GridSpreads = 6;

    private LognormalShrinkage(double tau, double[] values, double[] errors) =>
        (Tau, Values, StandardErrors) = (tau, values, errors);

    /// <summary>Spread of the logarithms of the true parameters.</summary>
    public double Tau { get; }

    /// <summary>Posterior geometric means.</summary>
    public double[] Values { get; }

    /// <summary>Posterior standard deviations.</summary>
    public double[] StandardErrors { get; }

    /// <summary>Fits tau by maximum likelihood on a grid from 0.05 to 1.5 in steps of 0.005, then shrinks.</summary>
    public static LognormalShrinkage Fit(
        ReadOnlySpan<double> estimates, ReadOnlySpan<double> standardErrors, double centre)
    {
        var (best, bestLikelihood) = (0.05, double.NegativeInfinity);
        for (var step = 0; step <= 290; step++)
        {
            var tau = 0.05 + 0.005 * step;
            var likelihood = 0.0;
            for (var j = 0; j < estimates.Length; j++)
            {
                likelihood += Posterior(estimates[j], standardErrors[j], centre, tau).LogEvidence;
            }
            (best, bestLikelihood) = likelihood > bestLikelihood ? (tau, likelihood) : (best, bestLikelihood);
        }
        var values = new double[estimates.Length];
        var errors = new double[estimates.Length];
        for (var j = 0; j < estimates.Length; j++)
        {
            (_, values[j], errors[j]) = Posterior(estimates[j], standardErrors[j], centre, best);
        }
        return new(best, values, errors);
    }

    /// <summary>Log evidence, posterior geometric mean and standard deviation of one estimate.</summary>
    internal static (double LogEvidence, double GeometricMean, double Deviation) Posterior(
        double estimate, double standardError, double centre, double tau)
    {
        var (mass, logMean, mean, square) = (0.0, 0.0, 0.0, 0.0);
        for (var step = -GridHalf; step <= GridHalf; step++)
        {
            var z = GridSpreads * step / GridHalf;
            var theta = centre * Math.Exp(tau * z);
            var miss = (estimate - theta) / standardError;
            var weight = Math.Exp(-0.5 * (z * z + miss * miss));
            mass += weight;
            logMean += weight * tau * z;
            mean += weight * theta;
            square += weight * theta * theta;
        }
        mean /= mass;
        return (Math.Log(mass) - Math.Log(standardError), centre * Math.Exp(logMean / mass),
            Math.Sqrt(Math.Max(square / mass - mean * mean, 0)));
    }
}
