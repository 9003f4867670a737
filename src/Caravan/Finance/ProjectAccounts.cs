using System.Collections.Immutable;

namespace Caravan.Finance;

/// <summary>
/// A project's money year by year, from the first year of construction to the last year of service or of repayment.
/// Owners pay debt service, upkeep and what users do not cover by their shares; interest during construction is paid as
/// it falls due. Over all parties the flows of a year sum to revenue less capital less maintenance (tested).
/// </summary>
public sealed class ProjectAccounts
{
    private readonly List<CashFlow> _flows = [];
    private readonly SortedDictionary<string, double[]> _sums = new(StringComparer.Ordinal);

    private ProjectAccounts(ProjectPlan plan, int years)
    {
        Plan = plan;
        Years = years;
        Project = new double[years];
        plan.NetFlows().CopyTo(Project, 0);
    }

    /// <summary>The plan.</summary>
    public ProjectPlan Plan { get; }

    /// <summary>Years covered.</summary>
    public int Years { get; }

    /// <summary>Revenue less capital less maintenance [year from the start], million dollars: the project before any
    /// financing.</summary>
    public double[] Project { get; }

    /// <summary>Every flow of every party, by year and in the order of the financing.</summary>
    public ImmutableArray<CashFlow> Flows => field.IsDefault ? field = [.. _flows.OrderBy(flow => flow.Year)] : field;

    /// <summary>The loans in the order of the plan's financing; null for grants and equity.</summary>
    public ImmutableArray<LoanSchedule?> Loans { get; private init; } = [];

    /// <summary>The accounts of a plan.</summary>
    /// <exception cref="ArgumentException">Years are reversed or shares do not sum to one.</exception>
    public static ProjectAccounts Of(ProjectPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Check(plan);
        var capital = plan.Capital;
        var loans = plan.Financing.Select(part => part.IsPaidIn
            ? null
            : LoanSchedule.Of([.. capital.Select(cost => part.Share * cost)], part.Terms)).ToImmutableArray();
        var years = loans.Select(loan => loan?.Length ?? 0).Append(plan.BuildYears + plan.LifeYears).Max();
        var accounts = new ProjectAccounts(plan, years) { Loans = loans };
        accounts.AddOperation();
        for (var at = 0; at < loans.Length; at++)
        {
            accounts.AddPart(plan.Financing[at], loans[at], capital);
        }
        return accounts;
    }

    /// <summary>What a party pays and receives over all reasons [year from the start], million dollars.</summary>
    public double[] Of(string party) => _sums.TryGetValue(party, out var sums) ? [.. sums] : new double[Years];

    /// <summary>Everybody who pays or receives, in alphabetical order.</summary>
    public IEnumerable<string> Parties => _sums.Keys;

    private void AddOperation()
    {
        for (var year = Plan.BuildYears; year < Plan.BuildYears + Plan.LifeYears; year++)
        {
            Add(year, Plan.Owners, "revenue", Plan.RevenueMusd);
            Add(year, Plan.Owners, "maintenance", -Plan.MaintenanceMusd);
        }
    }

    private void AddPart(FinancingPart part, LoanSchedule? loan, ImmutableArray<double> capital)
    {
        var item = part.Instrument switch
        {
            Instrument.Grant => "grant",
            Instrument.Equity => "equity",
            _ => "loan",
        };
        for (var year = 0; year < capital.Length; year++)
        {
            Add(year, part.From, item, -part.Share * capital[year]);
        }
        for (var year = 0; loan is not null && year < loan.Length; year++)
        {
            Add(year, part.From, "interest", loan.Interest[year]);
            Add(year, part.From, "principal", loan.Principal[year]);
            Add(year, Plan.Owners, "interest", -loan.Interest[year]);
            Add(year, Plan.Owners, "principal", -loan.Principal[year]);
        }
    }

    private void Add(int year, ImmutableArray<PartyShare> parties, string item, double musd)
    {
        foreach (var party in parties)
        {
            if (musd * party.Share != 0)
            {
                _flows.Add(new CashFlow(Plan.StartYear + year, party.Party, item, musd * party.Share));
                if (!_sums.TryGetValue(party.Party, out var sums))
                {
                    _sums.Add(party.Party, sums = new double[Years]);
                }
                sums[year] += musd * party.Share;
            }
        }
    }

    private static void Check(ProjectPlan plan)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(plan.CostMusd, nameof(plan));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(plan.OpenYear, plan.StartYear, nameof(plan));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plan.LifeYears, nameof(plan));
        RequireOne(plan.Financing.Select(part => part.Share), "financing");
        RequireOne(plan.Owners.Select(owner => owner.Share), "owners");
        foreach (var part in plan.Financing)
        {
            RequireOne(part.From.Select(party => party.Share), "contributors");
        }
        if (!plan.Profile.IsEmpty)
        {
            RequireOne(plan.Profile, "profile");
            ArgumentOutOfRangeException.ThrowIfNotEqual(plan.Profile.Length, plan.BuildYears, nameof(plan));
        }
    }

    private static void RequireOne(IEnumerable<double> shares, string what)
    {
        var sum = shares.Sum();
        if (!(Math.Abs(sum - 1) <= 1e-9))
        {
            throw new ArgumentException(FormattableString.Invariant($"the shares of {what} sum to {sum}, not to one"));
        }
    }
}
