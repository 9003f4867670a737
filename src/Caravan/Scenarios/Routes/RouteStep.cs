namespace Caravan.Scenarios.Routes;

/// <summary>What happens on a leg of a route.</summary>
public enum RouteStep
{
    /// <summary>Goods move.</summary>
    Travel,

    /// <summary>Goods cross a border, changing gauge there where the two sides differ.</summary>
    Border,

    /// <summary>Goods are loaded at the first place.</summary>
    Load,

    /// <summary>Goods change mode or gauge.</summary>
    Change,

    /// <summary>Goods are unloaded at the last place.</summary>
    Unload,
}
