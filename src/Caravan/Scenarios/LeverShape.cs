namespace Caravan.Scenarios;

/// <summary>The cells that a lever works on.</summary>
public enum LeverShape
{
    /// <summary>Every sector, exporter and importer; an economy's trade with itself is never touched.</summary>
    Bilateral,

    /// <summary>Every economy and sector.</summary>
    EconomyAndSector,

    /// <summary>Every economy.</summary>
    Economy,

    /// <summary>Links, crossings and passages of the transport network.</summary>
    Network,
}
