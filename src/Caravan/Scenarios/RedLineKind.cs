namespace Caravan.Scenarios;

/// <summary>What a condition of a red line measures.</summary>
public enum RedLineKind
{
    /// <summary>Real income, per cent.</summary>
    GainPct,

    /// <summary>Real income, million dollars a year.</summary>
    GainMusd,

    /// <summary>Real output of a sector, per cent.</summary>
    SectorOutputPct,
}
