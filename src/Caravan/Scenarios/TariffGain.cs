namespace Caravan.Scenarios;

/// <summary>Real income under tariffs of blocs, million dollars a year against the baseline.</summary>
/// <param name="Party">Name of the bloc or economy.</param>
/// <param name="Role"><c>bloc</c>, <c>others</c> for the others together, or <c>other</c> for one of them.</param>
/// <param name="AloneMusd">Where only this bloc sets its best tariff; NaN for others.</param>
/// <param name="NashMusd">Where every bloc does.</param>
/// <param name="FreeMusd">Where these tariffs are zero.</param>
/// <param name="IncomeMusd">Income before, million dollars.</param>
public sealed record TariffGain(
    string Party, string Role, double AloneMusd, double NashMusd, double FreeMusd, double IncomeMusd);
