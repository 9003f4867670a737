namespace Caravan.Data;

/// <summary>A table of a baseline, named as the file of a baseline folder; says where a finding stands.</summary>
public enum BaselineTable
{
    /// <summary>Economies; cells count economies.</summary>
    Economies,

    /// <summary>Sectors; cells count sectors.</summary>
    Sectors,

    /// <summary>Sets of economies; cells count sets.</summary>
    Sets,

    /// <summary>Trade and tariffs; cells in the order [sector, origin, destination].</summary>
    Trade,

    /// <summary>Input shares; cells in the order [economy, input, sector].</summary>
    Inputs,

    /// <summary>Value-added and final shares; cells in the order [economy, sector].</summary>
    Production,

    /// <summary>Totals; cells count economies.</summary>
    Macro,

    /// <summary>Elasticities; cells in the order [set, sector].</summary>
    Elasticities,
}
