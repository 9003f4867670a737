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

    /// <summary>Largest debt ratio of the ten years after the base year, per cent; may not be exceeded.</summary>
    DebtPct,
}
