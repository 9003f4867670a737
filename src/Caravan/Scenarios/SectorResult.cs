namespace Caravan.Scenarios;

/// <summary>What a scenario does to one sector of one economy; one row of <c>sectors.csv</c>.</summary>
public sealed record SectorResult
{
    /// <summary>Economy code.</summary>
    public required string Economy { get; init; }

    /// <summary>Sector code.</summary>
    public required string Sector { get; init; }

    /// <summary>Output before, million dollars.</summary>
    public required double OutputBaseMusd { get; init; }

    /// <summary>Output after, million dollars.</summary>
    public required double OutputNewMusd { get; init; }

    /// <summary>Output volume (value over unit cost), per cent.</summary>
    public required double OutputRealPct { get; init; }

    /// <summary>Exports before, million dollars.</summary>
    public required double ExportsBaseMusd { get; init; }

    /// <summary>Exports after, million dollars.</summary>
    public required double ExportsNewMusd { get; init; }

    /// <summary>Imports before, million dollars.</summary>
    public required double ImportsBaseMusd { get; init; }

    /// <summary>Imports after, million dollars.</summary>
    public required double ImportsNewMusd { get; init; }

    /// <summary>Price of the sector's bundle, per cent.</summary>
    public required double PricePct { get; init; }
}
