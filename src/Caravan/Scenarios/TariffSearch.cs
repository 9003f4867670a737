namespace Caravan.Scenarios;

/// <summary>What blocs choose when they set their best tariffs.</summary>
public enum TariffSearch
{
    /// <summary>No tariffs are looked for.</summary>
    None,

    /// <summary>One rate on all of a bloc's partners.</summary>
    Uniform,

    /// <summary>A rate for each other bloc.</summary>
    PerPartner,
}
