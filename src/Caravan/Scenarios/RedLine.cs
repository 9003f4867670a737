using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>What a member will not accept.</summary>
public sealed record RedLine
{
    /// <summary>Code of the member.</summary>
    public required string Economy { get; init; }

    /// <summary>Least change of real income, per cent; null where it is no condition.</summary>
    public double? MinimumGainPct { get; init; }

    /// <summary>Least change of real income, million dollars a year; null where it is no condition.</summary>
    public double? MinimumGainMusd { get; init; }

    /// <summary>Sectors that may not lose more than so much output.</summary>
    public ImmutableArray<SectorLimit> Sectors { get; init; } = [];

    /// <summary>Debt ratios that may not be exceeded on the path without shocks.</summary>
    public ImmutableArray<DebtLimit> Debt { get; init; } = [];

    /// <summary>Where it comes from: a publication, or <c>illustrative</c>; may be empty.</summary>
    public string Source { get; init; } = "";
}
