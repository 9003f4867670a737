namespace Caravan.Finance;

/// <summary>How members share what a pooled fund needs.</summary>
public enum FundKey
{
    /// <summary>The same from each member.</summary>
    Equal,

    /// <summary>In proportion to GDP.</summary>
    Gdp,

    /// <summary>In proportion to the gain from the package; who loses pays nothing.</summary>
    Gains,

    /// <summary>By shares that the scenario states.</summary>
    Stated,
}
