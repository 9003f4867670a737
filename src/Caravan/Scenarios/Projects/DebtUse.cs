namespace Caravan.Scenarios.Projects;

/// <summary>The debt of a member that pays for projects, by the ratio that binds; largest of ten years without shocks, per
/// cent.</summary>
/// <param name="Economy">Code.</param>
/// <param name="Name">Short name.</param>
/// <param name="Ratio">The ratio that all projects bring nearest to its threshold, or farthest above it.</param>
/// <param name="ThresholdPct">Its threshold by carrying capacity.</param>
/// <param name="BeforePct">Without projects.</param>
/// <param name="BestPct">With the best set.</param>
/// <param name="AllPct">With all projects.</param>
public sealed record DebtUse(
    string Economy, string Name, string Ratio, double ThresholdPct, double BeforePct, double BestPct, double AllPct);
