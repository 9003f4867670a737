using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Numerics;
using Caravan.Trade;

namespace Caravan.Scenarios.Replication;

/// <summary>One-sector gravity in general equilibrium against the reference programs.</summary>
internal static class GravityReplication
{
    public const string Title = "One-sector gravity in general equilibrium: EU enlargement, 44 economies, year 2000";

    private const double Theta = 4;
    private const double Tolerance = 1e-6;

    public static ReplicationResult Run(string folder)
    {
        var files = GravityFiles.Read(folder, "input_ge_2000_stata_beta.csv", "eu_effect", Theta);
        var n = files.Baseline.Economies.Length;
        var iceberg = files.PartialEffect.ToArray();
        for (var cell = 0; cell < iceberg.Length; cell++)
        {
            iceberg[cell] = Math.Exp(-iceberg[cell] / Theta);
        }
        var model = new TradeModel(files.Baseline, ModelVariant.OneSector);
        var shock = new TradeShock { TradeCost = new TradeCostChange(new Cube<double>(1, n, n, iceberg)) };
        var outcome = model.Solve(shock, new SolveOptions { Tolerance = 1e-12 });
        var measures = outcome.Measures;
        var rows = FixtureTable.Rows(folder, "ref_R_ge_gravity_additive_beta_stata.csv").SelectMany(row =>
        {
            var from = model.Baseline.IndexOfEconomy(row("exporter"));
            var to = model.Baseline.IndexOfEconomy(row("importer"));
            var flow = (Item: "new trade / trade", Where: $"{row("exporter")} to {row("importer")}",
                Published: row.Number("new_trade") / row.Number("trade"),
                Computed: outcome.TradeNew[0, from, to] / outcome.TradeBase[0, from, to]);
            var ofExporter = new (string Item, string Where, double Published, double Computed)[]
            {
                ("welfare ratio", row("exporter"), row.Number("welfare"), measures.RealIncomeHat[from]),
                ("real wage ratio", row("exporter"), row.Number("real_wage"), measures.RealWageHat[from]),
                ("nominal wage ratio", row("exporter"), row.Number("nom_wage"), outcome.WageHat[from]),
                ("price index ratio", row("exporter"), row.Number("price_index"), measures.PriceIndexHat[from]),
            };
            return ofExporter.Where(_ => from == to).Append(flow);
        }).ToList();
        return new ReplicationResult
        {
            Name = "ge-gravity",
            Title = Title,
            Note = "Deficits stay fixed in nominal terms with world output as numeraire. For each variable the five "
                + "largest differences over all economies or pairs are shown.",
            Rows =
            [
                .. rows.GroupBy(row => row.Item).SelectMany(group => group
                    .OrderByDescending(row => Math.Abs(row.Computed - row.Published)).Take(5)
                    .Select(row => new ReplicationRow(
                        group.Key, row.Where, row.Published, row.Computed, Tolerance, 12))),
            ],
        };
    }
}
