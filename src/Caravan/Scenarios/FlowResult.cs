namespace Caravan.Scenarios;

/// <summary>One bilateral flow before and after; one row of <c>flows.csv</c>. Values net of tariff.</summary>
/// <param name="Sector">Sector code.</param>
/// <param name="Origin">Exporter code.</param>
/// <param name="Destination">Importer code.</param>
/// <param name="BaseMusd">Value before, million dollars.</param>
/// <param name="NewMusd">Value after, million dollars.</param>
/// <param name="Estimated">True where the base value is an estimate.</param>
public readonly record struct FlowResult(
    string Sector, string Origin, string Destination, double BaseMusd, double NewMusd, bool Estimated)
{
    /// <summary>Change, per cent; zero where the flow is and stays zero.</summary>
    public double ChangePct => BaseMusd == 0 ? 0 : 100 * (NewMusd / BaseMusd - 1);
}
