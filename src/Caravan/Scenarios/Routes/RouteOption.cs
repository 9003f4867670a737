using Caravan.Data.Transport;

namespace Caravan.Scenarios.Routes;

/// <summary>The best way by one main mode.</summary>
/// <param name="Mode">The mode; null for the best way by several together.</param>
/// <param name="Km">Length.</param>
/// <param name="Days">Days.</param>
/// <param name="UsdPerTeu">Dollars per TEU.</param>
/// <param name="GeneralizedUsd">Dollars per TEU with the value of the days.</param>
/// <param name="Share">Share of this way by the logit rule, between 0 and 1; NaN where not asked for.</param>
public sealed record RouteOption(
    TransportMode? Mode, double Km, double Days, double UsdPerTeu, double GeneralizedUsd, double Share);
