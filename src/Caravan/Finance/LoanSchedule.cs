using System.Collections.Immutable;

namespace Caravan.Finance;

/// <summary>
/// A loan year by year: equal repayments of principal after the grace, interest on what was owed at the beginning of the
/// year. Year zero is that of the first disbursement; money is paid out at the end of a year, so the first interest falls
/// due in year one. All arrays have the same length, to the year of the last repayment.
/// </summary>
public sealed class LoanSchedule
{
    private LoanSchedule(LoanTerms terms, double[] paidOut, double[] interest, double[] principal, double[] owed) =>
        (Terms, PaidOut, Interest, Principal, Owed) = (terms, [.. paidOut], [.. interest], [.. principal], [.. owed]);

    /// <summary>Rate, grace and maturity.</summary>
    public LoanTerms Terms { get; }

    /// <summary>Disbursed in each year.</summary>
    public ImmutableArray<double> PaidOut { get; }

    /// <summary>Interest paid in each year.</summary>
    public ImmutableArray<double> Interest { get; }

    /// <summary>Principal repaid in each year.</summary>
    public ImmutableArray<double> Principal { get; }

    /// <summary>Owed at the end of each year.</summary>
    public ImmutableArray<double> Owed { get; }

    /// <summary>Years, that of the first disbursement included.</summary>
    public int Length => Owed.Length;

    /// <summary>The schedule of a loan.</summary>
    /// <param name="disbursements">Amount paid out in each year, from year zero; zero or more.</param>
    /// <param name="terms">Rate, grace and maturity, counted from year zero.</param>
    /// <exception cref="ArgumentException">The terms are not sound, or money is paid out in the year of maturity or
    /// later.</exception>
    public static LoanSchedule Of(ReadOnlySpan<double> disbursements, LoanTerms terms)
    {
        terms.Require(nameof(terms));
        if (disbursements.Length > terms.MaturityYears)
        {
            throw new ArgumentException(
                $"money is paid out over {disbursements.Length} years, the loan runs {terms.MaturityYears}", nameof(terms));
        }
        var years = terms.MaturityYears + 1;
        double[] paidOut = new double[years], interest = new double[years], principal = new double[years];
        var owed = new double[years];
        disbursements.CopyTo(paidOut);
        owed[0] = paidOut[0];
        for (var year = 1; year < years; year++)
        {
            interest[year] = terms.Rate * owed[year - 1];
            // what is owed is spread over the instalments that are left, so that late money is repaid by maturity too
            principal[year] = year > terms.GraceYears ? owed[year - 1] / (terms.MaturityYears - year + 1) : 0;
            owed[year] = year == terms.MaturityYears ? 0 : owed[year - 1] - principal[year] + paidOut[year];
        }
        return new LoanSchedule(terms, paidOut, interest, principal, owed);
    }

    /// <summary>Interest and principal due in a year; zero outside the loan's life.</summary>
    public double Service(int year) => year >= 0 && year < Length ? Interest[year] + Principal[year] : 0;

    /// <summary>
    /// Present value at the end of a year of all later debt service on what is owed then, at a discount rate. Money that
    /// is paid out later is not counted: it is not owed yet.
    /// </summary>
    public double PresentValue(int year, double discountRate)
    {
        if (year < 0 || year >= Length - 1)
        {
            return 0;
        }
        var (owed, value, factor) = (Owed[year], 0.0, 1.0);
        for (var at = year + 1; at < Length; at++)
        {
            factor /= 1 + discountRate;
            var repaid = at > Terms.GraceYears ? owed / (Terms.MaturityYears - at + 1) : 0;
            value += factor * (Terms.Rate * owed + repaid);
            owed -= repaid;
        }
        return value;
    }
}
