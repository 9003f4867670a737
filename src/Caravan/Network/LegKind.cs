namespace Caravan.Network;

/// <summary>What happens on a leg of a journey.</summary>
public enum LegKind
{
    /// <summary>Goods move over a link.</summary>
    Travel,

    /// <summary>Goods cross a border.</summary>
    Border,

    /// <summary>Goods change mode or gauge, or are loaded or unloaded.</summary>
    Transfer,
}
