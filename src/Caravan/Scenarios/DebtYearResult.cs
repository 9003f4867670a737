namespace Caravan.Scenarios;

/// <summary>The debt ratios of one economy in one year, per cent; one row of <c>debt_paths.csv</c>.</summary>
/// <param name="Economy">Code.</param>
/// <param name="WithPackage">False for the path without the package.</param>
/// <param name="Test">Stress test in words; <c>none</c> for the baseline.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="ExternalToGdp">Present value of external debt to GDP.</param>
/// <param name="ExternalToExports">Present value of external debt to exports.</param>
/// <param name="ServiceToExports">Service of external debt to exports.</param>
/// <param name="ServiceToRevenue">Service of external debt to revenue.</param>
/// <param name="PublicToGdp">Present value of public debt to GDP.</param>
public sealed record DebtYearResult(
    string Economy, bool WithPackage, string Test, int Year, double ExternalToGdp, double ExternalToExports,
    double ServiceToExports, double ServiceToRevenue, double PublicToGdp);
