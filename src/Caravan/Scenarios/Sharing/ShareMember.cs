namespace Caravan.Scenarios.Sharing;

/// <summary>Where a member stands; million dollars a year.</summary>
public sealed record ShareMember
{
    /// <summary>ISO alpha-3 code or aggregate code.</summary>
    public required string Code { get; init; }

    /// <summary>Short name.</summary>
    public required string Name { get; init; }

    /// <summary>Household income before.</summary>
    public required double IncomeMusd { get; init; }

    /// <summary>Gain from the whole package, before any transfer.</summary>
    public required double GainMusd { get; init; }

    /// <summary>Gain from the whole package, per cent of income.</summary>
    public required double GainPct { get; init; }

    /// <summary>Gain from what it can bring about alone.</summary>
    public required double AloneMusd { get; init; }

    /// <summary>Gain if it leaves and all others go on together.</summary>
    public required double OutsideMusd { get; init; }

    /// <summary>How many actions need it.</summary>
    public required int Actions { get; init; }

    /// <summary>How many actions need it alone.</summary>
    public required int OwnActions { get; init; }

    /// <summary>True where it gains by leaving while the others go on.</summary>
    public required bool GainsByLeaving { get; init; }

    /// <summary>What leaving brings it.</summary>
    public double LeavingMusd => OutsideMusd - GainMusd;
}
