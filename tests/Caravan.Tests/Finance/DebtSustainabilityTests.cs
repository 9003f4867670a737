using Caravan.Finance;

namespace Caravan.Tests.Finance;

public class DebtSustainabilityTests
{
    private const double Tolerance = 1e-9;

    private static readonly DebtInputs s_inputs = new()
    {
        BaseYear = 2023,
        GdpMusd = 10_000,
        Exports = 0.4,
        Revenue = 0.3,
        PublicDebt = 0.4,
        ExternalShare = 0.5,
        InterestRate = 0.05,
        MaturityYears = 10,
        Growth = 0.04,
        GrowthPast = 0.05,
        GrowthDeviation = 0.02,
        BalanceDeviation = 0.01,
        ExportGrowthPast = 0.06,
        ExportGrowthDeviation = 0.1,
        FlowsDeviation = 0.015,
        Capacity = CarryingCapacity.Medium,
    };

    [Theory]
    [InlineData(CarryingCapacity.Weak, 30, 140, 10, 14, 35)]
    [InlineData(CarryingCapacity.Medium, 40, 180, 15, 18, 55)]
    [InlineData(CarryingCapacity.Strong, 55, 240, 21, 23, 70)]
    public void Thresholds_are_those_of_the_guidance_note_of_2018(
        CarryingCapacity capacity, double toGdp, double toExports, double serviceToExports, double serviceToRevenue,
        double publicToGdp) =>
        Assert.Equal([toGdp, toExports, serviceToExports, serviceToRevenue, publicToGdp], Enum.GetValues<DebtRatio>().Select(ratio => DebtThresholds.Of(ratio, capacity)));

    [Fact]
    public void Baseline_without_a_stated_balance_keeps_debt_to_gdp()
    {
        var path = DebtSustainability.Assess(s_inputs).Baseline;
        for (var year = 1; year <= DebtSustainability.Years; year++)
        {
            // at 5 % interest debt is worth its face value
            Assert.Equal(20, path[DebtRatio.ExternalToGdp, year], Tolerance);
            Assert.Equal(50, path[DebtRatio.ExternalToExports, year], Tolerance);
            Assert.Equal(40, path[DebtRatio.PublicToGdp, year], Tolerance);
        }
        var growth = 1.04 * 1.02;
        Assert.Equal(100 * 0.2 / growth * (0.05 + 0.1) / 0.4, path[DebtRatio.ServiceToExports, 1], Tolerance);
        Assert.Equal(100 * 0.2 / growth * (0.05 + 0.1) / 0.3, path[DebtRatio.ServiceToRevenue, 1], Tolerance);
    }

    [Fact]
    public void Debt_without_a_primary_balance_grows_by_interest_over_growth()
    {
        var path = DebtSustainability.Assess(s_inputs with { PrimaryBalance = 0, InterestRate = 0.09 }).Baseline;
        var terms = new LoanTerms(0.09, 0, 10);
        Assert.True(GrantElement.Of(terms) < 0);
        for (var year = 1; year <= DebtSustainability.Years; year++)
        {
            Assert.Equal(40 * Math.Pow(1.09 / (1.04 * 1.02), year), path[DebtRatio.PublicToGdp, year], 1e-6);
        }
    }

    [Fact]
    public void Soft_debt_counts_at_its_present_value()
    {
        var soft = s_inputs with { InterestRate = 0.01, MaturityYears = 25, ExternalShare = 1 };
        var kappa = LoanSchedule.Of([1], new LoanTerms(0.01, 0, 25)).PresentValue(0, 0.05);
        Assert.Equal(40 * kappa, DebtSustainability.Assess(soft).Baseline[DebtRatio.ExternalToGdp, 7], Tolerance);
    }

    [Fact]
    public void Stress_on_the_balance_adds_its_deviation_twice()
    {
        var inputs = s_inputs with { ExternalShare = 0 };
        var path = Path(inputs, StressTest.PrimaryBalance);
        var rolled = 1.05 / (1.04 * 1.02);
        Assert.Equal(40, path[DebtRatio.PublicToGdp, 1], Tolerance);
        Assert.Equal(41, path[DebtRatio.PublicToGdp, 2], Tolerance);
        Assert.Equal(41 + rolled, path[DebtRatio.PublicToGdp, 3], Tolerance);
        Assert.Equal(40 + rolled + rolled * rolled, path[DebtRatio.PublicToGdp, 4], Tolerance);
    }

    [Fact]
    public void Stress_on_the_currency_divides_external_debt_to_gdp_by_what_is_left()
    {
        var inputs = s_inputs with { ExternalShare = 1, PrimaryBalance = 0 };
        var (calm, path) = (Path(inputs, StressTest.None), Path(inputs, StressTest.Depreciation));
        Assert.Equal(calm[DebtRatio.ExternalToGdp, 1], path[DebtRatio.ExternalToGdp, 1], Tolerance);
        Assert.Equal(calm[DebtRatio.ExternalToGdp, 2] / 0.7, path[DebtRatio.ExternalToGdp, 2], Tolerance);
        Assert.Equal(calm[DebtRatio.ExternalToExports, 9], path[DebtRatio.ExternalToExports, 9], Tolerance);
    }

    [Fact]
    public void Stress_on_exports_lowers_them_for_good_and_is_borrowed_abroad()
    {
        var path = Path(s_inputs, StressTest.Exports);
        var growth = 1.04 * 1.02 - 1;
        var shocked = growth - (growth - (Math.Min(growth, 0.06) - 0.1));
        var (planned, earned) = (0.4 * Math.Pow(1 + growth, 2), 0.4 * (1 + growth) * (1 + shocked));
        var gdp = Math.Pow(1 + growth, 2);
        Assert.Equal(100 * (0.2 + (planned - earned) / gdp), path[DebtRatio.ExternalToGdp, 2], Tolerance);
        Assert.Equal(100 * (0.2 * gdp + planned - earned) / earned, path[DebtRatio.ExternalToExports, 2], Tolerance);
    }

    [Fact]
    public void Combination_is_milder_than_all_shocks_and_worse_than_none()
    {
        foreach (var ratio in Enum.GetValues<DebtRatio>())
        {
            Assert.True(Path(s_inputs, StressTest.Combination).Peak(ratio, 10) > Path(s_inputs, StressTest.None).Peak(ratio, 10));
        }
    }

    [Fact]
    public void Rating_is_low_moderate_high_or_what_the_user_knows()
    {
        Assert.Equal(DebtRating.Low, DebtSustainability.Assess(s_inputs with { PublicDebt = 0.05 }).Rating);
        Assert.Equal(DebtRating.Moderate, DebtSustainability.Assess(s_inputs with { PublicDebt = 0.5 }).Rating);
        var high = DebtSustainability.Assess(s_inputs with { PublicDebt = 0.6 });
        Assert.Equal(DebtRating.High, high.Rating);
        Assert.Equal(2024, high.FirstBreachYear);
        Assert.Equal(0, high.SpaceMusd);
        Assert.Equal(DebtRating.InDistress, DebtSustainability.Assess(s_inputs with { InDistress = true }).Rating);
    }

    [Fact]
    public void First_breach_is_the_year_in_which_debt_outgrows_its_threshold()
    {
        var inputs = s_inputs with { PrimaryBalance = 0, InterestRate = 0.12, ExternalShare = 0 };
        var year = Math.Ceiling(Math.Log(55.0 / 40) / Math.Log(1.12 / (1.04 * 1.02)));
        var found = DebtSustainability.Assess(inputs);
        Assert.Equal(2023 + (int)year, found.FirstBreachYear);
        Assert.Equal(DebtRating.High, found.Rating);
        // a breach after ten years is told and does not rate
        var late = DebtSustainability.Assess(inputs with { InterestRate = 0.09 });
        Assert.True(late.FirstBreachYear > 2033);
        Assert.NotEqual(DebtRating.High, late.Rating);
    }

    [Fact]
    public void Space_is_what_can_be_borrowed_to_the_first_breach()
    {
        var found = DebtSustainability.Assess(s_inputs);
        Assert.True(found.SpaceMusd > 0);
        Assert.False(Borrowed(0.999 * found.SpaceMusd).Baseline.Breaches(CarryingCapacity.Medium, 10));
        var beyond = Borrowed(1.001 * found.SpaceMusd);
        Assert.True(beyond.Baseline.Breaches(found.Binding, CarryingCapacity.Medium, 10));
        Assert.Equal(DebtRating.High, beyond.Rating);

        static DebtAssessment Borrowed(double musd)
        {
            var package = new DebtAddition(DebtSustainability.Years);
            package.AddLoan(LoanSchedule.Of([musd], DebtSustainability.SpaceTerms), 1, 1, isExternal: true);
            package.ExternalService.CopyTo(package.BudgetCost, 0);
            return DebtSustainability.Assess(s_inputs, package);
        }
    }

    [Fact]
    public void Package_of_nothing_changes_nothing_and_growth_eases_every_ratio()
    {
        var before = DebtSustainability.Assess(s_inputs);
        var same = DebtSustainability.Assess(s_inputs, new DebtAddition(DebtSustainability.Years));
        var better = new DebtAddition(DebtSustainability.Years);
        for (var year = 5; year <= DebtSustainability.Years; year++)
        {
            (better.GdpFactor[year], better.ExportFactor[year]) = (1.03, 1.10);
        }
        var after = DebtSustainability.Assess(s_inputs, better);
        foreach (var ratio in Enum.GetValues<DebtRatio>())
        {
            Assert.Equal(before.Baseline[ratio, 8], same.Baseline[ratio, 8]);
            Assert.True(after.Baseline[ratio, 8] < before.Baseline[ratio, 8]);
        }
        Assert.Equal(before.SpaceMusd, same.SpaceMusd);
        Assert.True(after.SpaceMusd >= before.SpaceMusd);
    }

    [Fact]
    public void Doubling_every_dollar_changes_no_ratio()
    {
        var package = new DebtAddition(DebtSustainability.Years);
        package.AddLoan(LoanSchedule.Of([300, 200], new(0.02, 5, 20)), 1, 1, isExternal: true);
        var twice = new DebtAddition(DebtSustainability.Years);
        twice.AddLoan(LoanSchedule.Of([600, 400], new(0.02, 5, 20)), 1, 1, isExternal: true);
        var one = DebtSustainability.Assess(s_inputs, package);
        var two = DebtSustainability.Assess(s_inputs with { GdpMusd = 20_000 }, twice);
        foreach (var (a, b) in one.Paths.Zip(two.Paths))
        {
            Assert.Equal(a[DebtRatio.ExternalToGdp, 6], b[DebtRatio.ExternalToGdp, 6], Tolerance);
            Assert.Equal(a[DebtRatio.ServiceToRevenue, 15], b[DebtRatio.ServiceToRevenue, 15], Tolerance);
        }
        Assert.Equal(2 * one.SpaceMusd, two.SpaceMusd, 1e-3);
    }

    private static DebtPath Path(DebtInputs inputs, StressTest test) =>
        DebtSustainability.Assess(inputs).Paths.First(path => path.Test == test);
}
