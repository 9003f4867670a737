namespace Caravan.Data.Transport;

/// <summary>Whether a link is there in the base year; only <see cref="Existing"/> ones are used without a scenario.</summary>
public enum LinkStatus
{
    /// <summary>In use in the base year.</summary>
    Existing,

    /// <summary>Work had begun and was not finished.</summary>
    UnderConstruction,

    /// <summary>Announced or agreed.</summary>
    Planned,

    /// <summary>There, and not usable, such as across a closed border.</summary>
    Closed,
}
