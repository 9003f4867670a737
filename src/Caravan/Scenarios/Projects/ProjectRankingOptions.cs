using Caravan.Cooperation.Projects;

namespace Caravan.Scenarios.Projects;

/// <summary>What is asked about the projects of a package.</summary>
public sealed record ProjectRankingOptions
{
    /// <summary>Word for the total of the members.</summary>
    public const string Members = "members";

    /// <summary>Word for the total of the world.</summary>
    public const string World = "world";

    /// <summary>The most projects whose every set can be valued.</summary>
    public const int MostExactProjects = 16;

    /// <summary>
    /// Whose real income counts: <c>members</c> (default), <c>world</c>, or an economy by code or name. The totals count every
    /// gain before cost less what the projects take in a year; an economy counts its own gain net of its public cost.
    /// </summary>
    public string Objective { get; init; } = Members;

    /// <summary>Whether the actions that are no projects are in force beside every set. Default true.</summary>
    public bool OthersInForce { get; init; } = true;

    /// <summary>What all projects may cost together, million dollars; null for the scenario's own budget.</summary>
    public double? BudgetMusd { get; init; }

    /// <summary>
    /// What may be spent in a year, million dollars: projects are built one after another as the money comes. Null for one
    /// project every <see cref="YearsBetween"/> years.
    /// </summary>
    public double? YearlyBudgetMusd { get; init; }

    /// <summary>Years between two openings where there is no yearly budget. Default 1.</summary>
    public double YearsBetween { get; init; } = 1;

    /// <summary>Discount rate a year, a fraction; null for the scenario's social rate.</summary>
    public double? DiscountRate { get; init; }

    /// <summary>Years from the start that count in a sequence. Default 30.</summary>
    public double HorizonYears { get; init; } = 30;

    /// <summary>Whether no member may owe more for projects than it can borrow. Default false.</summary>
    public bool DebtLimits { get; init; }

    /// <summary>Whether members may lose. Default <see cref="LoserRule.Allowed"/>.</summary>
    public LoserRule Losers { get; init; }

    /// <summary>True where something limits what may be built.</summary>
    public bool IsLimited => BudgetMusd is not null || DebtLimits || Losers != LoserRule.Allowed;

    /// <summary>The most projects of which every set is valued; beyond, a search with a gap. From 1 to 16, default 12.
    /// </summary>
    public int ExactProjects
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostExactProjects);
            field = value;
        }
    } = 12;
}
