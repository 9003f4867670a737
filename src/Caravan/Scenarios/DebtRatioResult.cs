namespace Caravan.Scenarios;

/// <summary>One debt ratio of one economy: its largest value over ten years, per cent.</summary>
/// <param name="Economy">Code.</param>
/// <param name="Name">Short name.</param>
/// <param name="Ratio">Word of the ratio in files.</param>
/// <param name="RatioName">Its readable name.</param>
/// <param name="ThresholdPct">Threshold of the economy's carrying capacity.</param>
/// <param name="BeforePct">Peak without the package.</param>
/// <param name="WithPct">Peak with the package.</param>
/// <param name="StressedBeforePct">Peak without the package under the worst test for this ratio.</param>
/// <param name="StressedPct">Peak with the package under the worst test for this ratio.</param>
public sealed record DebtRatioResult(
    string Economy, string Name, string Ratio, string RatioName, double ThresholdPct, double BeforePct, double WithPct,
    double StressedBeforePct, double StressedPct);
