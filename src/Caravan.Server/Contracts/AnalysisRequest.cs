namespace Caravan.Server.Contracts;

/// <summary>A scenario to look into with <c>build</c>, <c>share</c>, <c>discuss</c> or <c>decompose</c>; what is left out
/// stays as the scenario says.</summary>
internal record AnalysisRequest : ScenarioRequest
{
    /// <summary>Model variant.</summary>
    public string? Model { get; init; }

    /// <summary>What happens to deficits.</summary>
    public string? Closure { get; init; }

    /// <summary>`build`: only one part: `finance` or `ranking`.</summary>
    public string? Only { get; init; }

    /// <summary>`build`: whose real income counts: `members`, `world`, or an economy.</summary>
    public string? Objective { get; init; }

    /// <summary>`build`: what all projects may cost together, million dollars.</summary>
    public double? BudgetMusd { get; init; }

    /// <summary>`build`: what may be spent in a year, million dollars.</summary>
    public double? YearlyBudgetMusd { get; init; }

    /// <summary>`build`: whether members may lose: `allowed`, `none` in the end, or `never` on the way.</summary>
    public string? Losers { get; init; }

    /// <summary>`build`: whether no member may owe more for projects than it can borrow.</summary>
    public bool DebtLimits { get; init; }

    /// <summary>`share`: what members outside a coalition do: `status-quo` or `respond`.</summary>
    public string? Outsiders { get; init; }

    /// <summary>`share`: what each has without agreement: `alone` or `status-quo`.</summary>
    public string? Disagreement { get; init; }

    /// <summary>`share`: economies that might join, by code, name or set.</summary>
    public string[]? Accession { get; init; }

    /// <summary>`discuss`: two groups between whom the frontier is drawn, each of codes, names or sets with commas.
    /// </summary>
    public string[]? Between { get; init; }

    /// <summary>`discuss`: ids of the actions on the table; the whole package where left out.</summary>
    public string[]? Offer { get; init; }

    /// <summary>`discuss`: packages solved at most while better ones are looked for, 1 to 10,000; 1,000 where left out.
    /// </summary>
    public int? Budget { get; init; }

    /// <summary>`discuss`: whether actions are taken up whole or not at all.</summary>
    public bool Whole { get; init; }

    /// <summary>`discuss`: looks for the blocs' best tariffs: `uniform` or `per-partner`.</summary>
    public string? Tariffs { get; init; }
}
