namespace Caravan.Finance;

/// <summary>What a loan costs and when it is repaid, in years of one payment at the end of each.</summary>
/// <param name="Rate">Interest a year on what is owed, a fraction: 0.02 for 2 %; zero or more.</param>
/// <param name="GraceYears">Years from the first disbursement in which only interest is paid; zero or more.</param>
/// <param name="MaturityYears">Years from the first disbursement to the last repayment; more than the grace.</param>
public readonly record struct LoanTerms(double Rate, int GraceYears, int MaturityYears)
{
    /// <summary>True where the rate is a finite number of zero or more and something is repaid after the grace.</summary>
    public bool IsSound => Rate >= 0 && double.IsFinite(Rate) && GraceYears >= 0 && MaturityYears > GraceYears;

    /// <summary>Throws unless <see cref="IsSound"/>.</summary>
    internal void Require(string name)
    {
        if (!IsSound)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"rate {Rate}, grace {GraceYears}, maturity {MaturityYears} are no terms"), name);
        }
    }
}
