namespace Caravan.Finance;

/// <summary>What a package adds to an economy's debt [year from the base year], million dollars; entry zero is the base
/// year itself.</summary>
public sealed class DebtAddition
{
    /// <summary>An addition of nothing over so many years after the base year.</summary>
    public DebtAddition(int years)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(years);
        (ExternalOwed, ExternalValue, ExternalService) = (new double[years + 1], new double[years + 1], new double[years + 1]);
        (DomesticOwed, BudgetCost) = (new double[years + 1], new double[years + 1]);
        (GdpFactor, ExportFactor) = (Ones(years + 1), Ones(years + 1));
    }

    /// <summary>Public external loans of the package owed at the end of each year, face value.</summary>
    public double[] ExternalOwed { get; }

    /// <summary>Their present value at 5 %, at most their face value.</summary>
    public double[] ExternalValue { get; }

    /// <summary>Interest and principal due on them.</summary>
    public double[] ExternalService { get; }

    /// <summary>Public domestic loans of the package owed at the end of each year.</summary>
    public double[] DomesticOwed { get; }

    /// <summary>What the budget pays beyond its plan: grants, equity, upkeep and debt service less revenue.</summary>
    public double[] BudgetCost { get; }

    /// <summary>GDP over GDP without the package.</summary>
    public double[] GdpFactor { get; }

    /// <summary>Exports over exports without the package.</summary>
    public double[] ExportFactor { get; }

    /// <summary>Adds a share of a public loan.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="firstYear">Year of its first disbursement, counted from the base year; may be negative.</param>
    /// <param name="share">Part of it that this economy owes.</param>
    /// <param name="isExternal">False for a loan in the economy's own currency from its own lenders.</param>
    public void AddLoan(LoanSchedule loan, int firstYear, double share, bool isExternal)
    {
        ArgumentNullException.ThrowIfNull(loan);
        for (var year = 0; year < ExternalOwed.Length; year++)
        {
            var at = year - firstYear;
            if (at < 0 || at >= loan.Length)
            {
                continue;
            }
            if (isExternal)
            {
                ExternalOwed[year] += share * loan.Owed[at];
                ExternalValue[year] += share * Math.Min(loan.Owed[at], loan.PresentValue(at, GrantElement.UnifiedRate));
                ExternalService[year] += share * loan.Service(at);
            }
            else
            {
                DomesticOwed[year] += share * loan.Owed[at];
            }
        }
    }

    private static double[] Ones(int length)
    {
        var ones = new double[length];
        ones.AsSpan().Fill(1);
        return ones;
    }
}
