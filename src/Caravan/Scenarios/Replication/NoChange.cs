using Caravan.Data.Loading;
using Caravan.Trade;

namespace Caravan.Scenarios.Replication;

/// <summary>A run without a shock must give back the baseline.</summary>
internal static class NoChange
{
    public const string Title = "No change: a run without a shock gives back the world-2023 baseline";

    private const double Tolerance = 1e-12;

    public static ReplicationResult Run()
    {
        var baseline = Baselines.Load("world-2023");
        var rows = new List<ReplicationRow>();
        foreach (var variant in Enum.GetValues<ModelVariant>())
        {
            foreach (var closure in Enum.GetValues<Closure>())
            {
                var outcome = new TradeModel(baseline, variant, closure).Solve(TradeShock.None);
                var worst = outcome.WageHat
                    .Concat(outcome.PriceHat.ToArray()).Concat(outcome.CostHat.ToArray())
                    .Concat(outcome.Measures.RealIncomeHat)
                    .Max(hat => Math.Abs(hat - 1));
                var world = $"{variant.ToString().ToLowerInvariant()}, {closure.ToString().ToLowerInvariant()} deficits";
                rows.Add(new ReplicationRow(world, "largest |hat - 1|", 0, worst, Tolerance, 12));
                rows.Add(new ReplicationRow(world, "sweeps", 1, outcome.Iterations, 0, 0));
                if (closure == Closure.Fixed)
                {
                    rows.Add(new ReplicationRow(
                        world, "residual of the data", 0, outcome.ResidualBase, Tolerance, 12));
                }
            }
        }
        return new ReplicationResult
        {
            Name = "no-change",
            Title = Title,
            Note = "Wages, prices, costs and real income of every economy and sector.",
            Rows = [.. rows],
        };
    }
}
