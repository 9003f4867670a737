namespace Caravan.Scenarios;

/// <summary>What a project costs, earns and is worth; one row of <c>projects.csv</c>.</summary>
public sealed record ProjectResult
{
    /// <summary>Id of the action.</summary>
    public required string Id { get; init; }

    /// <summary>Readable title.</summary>
    public required string Title { get; init; }

    /// <summary>Capital cost, million dollars.</summary>
    public required double CostMusd { get; init; }

    /// <summary>True where the cost is the catalogue's.</summary>
    public required bool HasCatalogueCost { get; init; }

    /// <summary>First year of construction.</summary>
    public required int StartYear { get; init; }

    /// <summary>First year of service.</summary>
    public required int OpenYear { get; init; }

    /// <summary>Years of service.</summary>
    public required int LifeYears { get; init; }

    /// <summary>Owners and shares in words.</summary>
    public required string Owners { get; init; }

    /// <summary>Sources of the capital in words, with terms.</summary>
    public required string Mix { get; init; }

    /// <summary>Part of the capital that is lent, per cent.</summary>
    public required double LoansPct { get; init; }

    /// <summary>TEU a year whose best route leads over it; NaN where nothing is known of its traffic.</summary>
    public required double TrafficTeu { get; init; }

    /// <summary>What users pay in a year, million dollars.</summary>
    public required double RevenueMusd { get; init; }

    /// <summary>Operation and maintenance in a year, million dollars.</summary>
    public required double MaintenanceMusd { get; init; }

    /// <summary>Value of revenue less cost at the discount rate, to the first year of construction, million dollars.</summary>
    public required double NpvMusd { get; init; }

    /// <summary>Internal rate of return, a fraction; NaN for none or several.</summary>
    public required double Irr { get; init; }

    /// <summary><c>one</c>, <c>none</c> or <c>multiple</c>.</summary>
    public required string IrrWord { get; init; }

    /// <summary>Grant element at 5 % of all that is not equity, per cent; NaN where there is nothing else.</summary>
    public required double GrantElementPct { get; init; }

    /// <summary>Real income that all economies would lose in a year without it, in the whole package, million dollars.
    /// </summary>
    public required double GainMusd { get; init; }

    /// <summary>The same for members.</summary>
    public required double GainMembersMusd { get; init; }

    /// <summary>Economic net present value for all economies, million dollars.</summary>
    public required double EconomicNpvMusd { get; init; }

    /// <summary>Economic rate of return, a fraction; NaN for none or several.</summary>
    public required double EconomicIrr { get; init; }

    /// <summary>Discounted gains over discounted cost, all economies.</summary>
    public required double BenefitCostRatio { get; init; }

    /// <summary>Economic net present value counting members' gains only, million dollars.</summary>
    public required double EconomicNpvMembersMusd { get; init; }

    /// <summary>Discounted gains of members over discounted cost.</summary>
    public required double BenefitCostRatioMembers { get; init; }

    /// <summary>Premium over the base rate of commercial loans, per cent.</summary>
    public required double PremiumPct { get; init; }

    /// <summary>Probability of opening late, per cent.</summary>
    public required double DelayPct { get; init; }

    /// <summary>Probability of never opening, per cent.</summary>
    public required double FailurePct { get; init; }

    /// <summary>Mean net present value over opening on time, late and never, million dollars.</summary>
    public required double ExpectedNpvMusd { get; init; }

    /// <summary>Net present value when it opens late and above its cost, million dollars.</summary>
    public required double DownsideNpvMusd { get; init; }

    /// <summary>Mean economic net present value, all economies, million dollars.</summary>
    public required double ExpectedEconomicNpvMusd { get; init; }

    /// <summary>Economic net present value when it opens late and above its cost, million dollars.</summary>
    public required double DownsideEconomicNpvMusd { get; init; }
}
