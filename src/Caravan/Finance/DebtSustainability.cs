using System.Collections.Immutable;

namespace Caravan.Finance;

/// <summary>
/// Debt sustainability after the joint framework of the IMF and the World Bank (2018): twenty projected years, five ratios,
/// the standard stress tests; the rating looks at the first ten years, as the framework's signal does. A mechanical
/// reading: the institutions add judgement, tailored tests and their own projections.
/// </summary>
public static class DebtSustainability
{
    /// <summary>Projected years.</summary>
    public const int Years = 20;

    /// <summary>Years that the rating looks at.</summary>
    public const int RatedYears = 10;

    /// <summary>Terms on which borrowing space is measured: at 5 % a loan is worth its face value.</summary>
    public static LoanTerms SpaceTerms { get; } = new(GrantElement.UnifiedRate, 5, 20);

    // space is sought up to this many times GDP
    private const double MostSpace = 20;

    /// <summary>The verdict, with what a package adds.</summary>
    /// <param name="inputs">The economy.</param>
    /// <param name="package">Loans, costs and gains of a package, for <see cref="Years"/> years; null for none.</param>
    public static DebtAssessment Assess(DebtInputs inputs, DebtAddition? package = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs.GdpMusd, nameof(inputs));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs.Revenue, nameof(inputs));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs.Exports, nameof(inputs));
        ImmutableArray<DebtPath> paths =
            [.. Enum.GetValues<StressTest>().Select(test => DebtProjection.Run(inputs, package, test, Years))];
        var (space, binding) = Space(inputs, package, paths[0]);
        return new DebtAssessment
        {
            Rating = Rate(inputs, paths, DebtRatio.PublicToGdp),
            ExternalRating = Rate(inputs, paths, DebtRatio.ServiceToRevenue),
            FirstBreachYear = Calendar(inputs, paths[0].FirstBreach(inputs.Capacity)),
            FirstStressedBreachYear = Calendar(inputs, paths.Skip(1).Select(path => path.FirstBreach(inputs.Capacity))
                .Where(year => year > 0).DefaultIfEmpty(0).Min()),
            SpaceMusd = space,
            Binding = binding,
            Paths = paths,
            WorstTest = paths.Skip(1).MaxBy(path => Nearness(path, inputs.Capacity).Size)!.Test,
        };
    }

    private static DebtRating Rate(DebtInputs inputs, ImmutableArray<DebtPath> paths, DebtRatio last)
    {
        if (inputs.InDistress)
        {
            return DebtRating.InDistress;
        }
        for (var at = 0; at < paths.Length; at++)
        {
            for (var ratio = DebtRatio.ExternalToGdp; ratio <= last; ratio++)
            {
                if (paths[at].Breaches(ratio, inputs.Capacity, RatedYears))
                {
                    return at == 0 ? DebtRating.High : DebtRating.Moderate;
                }
            }
        }
        return DebtRating.Low;
    }

    private static (double Musd, DebtRatio Binding) Space(DebtInputs inputs, DebtAddition? package, DebtPath baseline)
    {
        if (baseline.Breaches(inputs.Capacity, RatedYears))
        {
            return (0, Nearness(baseline, inputs.Capacity).Ratio);
        }
        var (low, high) = (0.0, MostSpace * inputs.GdpMusd);
        for (var step = 0; step < 100 && high - low > 1e-9 * high; step++)
        {
            var middle = (low + high) / 2;
            if (With(inputs, package, middle).Breaches(inputs.Capacity, RatedYears))
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }
        return (low, Nearness(With(inputs, package, high), inputs.Capacity).Ratio);
    }

    // the baseline with one more loan, whose service is borrowed in turn
    private static DebtPath With(DebtInputs inputs, DebtAddition? package, double musd)
    {
        var more = new DebtAddition(Years);
        var loan = LoanSchedule.Of([musd], SpaceTerms);
        more.AddLoan(loan, 1, 1, isExternal: true);
        for (var year = 0; year <= Years; year++)
        {
            more.BudgetCost[year] = more.ExternalService[year];
            if (package is not null)
            {
                more.ExternalOwed[year] += package.ExternalOwed[year];
                more.ExternalValue[year] += package.ExternalValue[year];
                more.ExternalService[year] += package.ExternalService[year];
                more.DomesticOwed[year] += package.DomesticOwed[year];
                more.BudgetCost[year] += package.BudgetCost[year];
                more.GdpFactor[year] = package.GdpFactor[year];
                more.ExportFactor[year] = package.ExportFactor[year];
            }
        }
        return DebtProjection.Run(inputs, more, StressTest.None, RatedYears);
    }

    // the ratio that is largest relative to its threshold
    private static (double Size, DebtRatio Ratio) Nearness(DebtPath path, CarryingCapacity capacity)
    {
        var (size, nearest) = (double.NegativeInfinity, DebtRatio.ExternalToGdp);
        for (var ratio = DebtRatio.ExternalToGdp; ratio <= DebtRatio.PublicToGdp; ratio++)
        {
            var here = path.Peak(ratio, RatedYears) / DebtThresholds.Of(ratio, capacity);
            (size, nearest) = here > size ? (here, ratio) : (size, nearest);
        }
        return (size, nearest);
    }

    private static int Calendar(DebtInputs inputs, int year) => year == 0 ? 0 : inputs.BaseYear + year;
}
