using BenchmarkDotNet.Attributes;
using Caravan.Finance;

namespace Caravan.Benchmarks;

/// <summary>Debt sustainability of one economy, and the accounts of one project, as a search over packages asks
/// for.</summary>
[MemoryDiagnoser]
public class DebtBenchmarks
{
    private readonly DebtInputs _inputs = new()
    {
        BaseYear = 2023,
        GdpMusd = 14_000,
        Exports = 0.5,
        Revenue = 0.32,
        PublicDebt = 0.54,
        ExternalShare = 0.6,
        InterestRate = 0.025,
        MaturityYears = 20,
        Growth = 0.037,
        GrowthPast = 0.04,
        GrowthDeviation = 0.032,
        BalanceDeviation = 0.014,
        ExportGrowthPast = 0.05,
        ExportGrowthDeviation = 0.11,
        FlowsDeviation = 0.07,
        Capacity = CarryingCapacity.Medium,
    };

    private readonly ProjectPlan _plan = new()
    {
        CostMusd = 4700,
        StartYear = 2025,
        OpenYear = 2031,
        LifeYears = 30,
        MaintenanceMusd = 94,
        RevenueMusd = 60,
        Owners = [new("CHN", 0.51), new("KGZ", 0.245), new("UZB", 0.245)],
        Financing =
        [
            new() { Instrument = Instrument.Equity, Share = 0.5, From = [new("CHN", 0.6), new("KGZ", 0.4)] },
            new()
            {
                Instrument = Instrument.CommercialLoan, Share = 0.5, From = [new("bank", 1)], Terms = new(0.04, 5, 35),
            },
        ],
    };

    private readonly DebtAddition _package = new(DebtSustainability.Years);

    [GlobalSetup]
    public void Prepare() => _package.AddLoan(
        LoanSchedule.Of([100, 200, 300], new(0.02, 5, 20)), 1, 1, isExternal: true);

    /// <summary>One path of twenty years by the plainest recursion, which any verdict needs seven times at
    /// least.</summary>
    [Benchmark(Baseline = true)]
    public double OnePlainPath()
    {
        var (debt, gdp) = (_inputs.PublicDebt * _inputs.GdpMusd, _inputs.GdpMusd);
        var balance = _inputs.PublicDebt * (_inputs.InterestRate - _inputs.DollarGrowth) / (1 + _inputs.DollarGrowth);
        for (var year = 0; year < DebtSustainability.Years; year++)
        {
            gdp *= 1 + _inputs.DollarGrowth;
            debt = debt * (1 + _inputs.InterestRate) - balance * gdp;
        }
        return debt / gdp;
    }

    /// <summary>Seven paths, ratings and the search for borrowing space.</summary>
    [Benchmark]
    public DebtAssessment Assess() => DebtSustainability.Assess(_inputs, _package);

    /// <summary>Loans and flows of all parties, and the yearly burden of one.</summary>
    [Benchmark]
    public double YearlyCostOfOneOwner() => FiscalBurden.Yearly(ProjectAccounts.Of(_plan).Of("KGZ"), _plan, 0.05);

    /// <summary>Every rate of return of one project.</summary>
    [Benchmark]
    public RateOfReturn InternalRate() => RateOfReturn.Of(_plan.NetFlows());
}
