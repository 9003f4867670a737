namespace Caravan.Data.Building;

/// <summary>The intermediate results of a build, for its documentation and tests.</summary>
internal sealed record BuildDetail(
    World World,
    TradeBehaviour Behaviour,
    WorldAccounts Accounts,
    TariffSchedule Tariffs,
    ServicesMargins Margins,
    double ShrinkageTau);
