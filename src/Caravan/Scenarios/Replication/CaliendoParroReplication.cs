using Caravan.Data.Loading;
using Caravan.Numerics;
using Caravan.Trade;

namespace Caravan.Scenarios.Replication;

/// <summary>Tables 2, 3 and 5 of Caliendo and Parro (2015) and an independent solution of the same data.</summary>
internal static class CaliendoParroReplication
{
    public const string Title =
        "Caliendo and Parro (2015), Review of Economic Studies 82(1): NAFTA's tariff cuts, tables 2, 3 and 5";

    private const double ReferenceTolerance = 1e-8;
    private const int GoodsSectors = 20;

    private static readonly Dictionary<string, string> s_regions =
        new() { ["MEX"] = "Mexico", ["CAN"] = "Canada", ["USA"] = "USA" };

    public static ReplicationResult Run(string folder)
    {
        var files = CaliendoParroFiles.Read(folder);
        var model = new TradeModel(files.Baseline, closure: Closure.Zero);
        var outcome = model.Solve(
            new TradeShock { TariffRateNew = files.CounterfactualTariff }, new SolveOptions { Tolerance = 1e-12 });
        var published = FixtureTable.Rows(folder, "published_tables_2_3_5.csv").Select(row =>
            ReplicationRow.Printed(
                row("table"), $"{row("country")} {row("variable").Replace('_', ' ')}, {row("unit")}",
                row.Number("value"), 100 * Value(model, outcome, row("country"), row("variable")),
                digits: 2));
        return new ReplicationResult
        {
            Name = "cp2015",
            Title = Title,
            Note = "Welfare here is the paper's first-order measure. Deficits zero before and after. The reference is "
                + "an independent solution of the same data to 1e-12; the largest difference over all regions is shown.",
            Rows = [.. published, .. ReferenceRows(folder, model, outcome)],
        };
    }

    private static double Value(TradeModel model, TradeOutcome outcome, string economy, string variable)
    {
        var n = Region(model, economy);
        var measures = outcome.Measures;
        var firstOrder = measures.FirstOrder;
        return variable switch
        {
            "welfare_total" => firstOrder.TermsOfTrade[n] + firstOrder.VolumeOfTrade[n],
            "terms_of_trade" => firstOrder.TermsOfTrade[n],
            "volume_of_trade" => firstOrder.VolumeOfTrade[n],
            "real_wages" => measures.RealWageHat[n] - 1,
            "tot_nafta" => With(model, firstOrder.TermsOfTradeByPartner, n, inside: true),
            "tot_row" => With(model, firstOrder.TermsOfTradeByPartner, n, inside: false),
            "vot_nafta" => With(model, firstOrder.VolumeOfTradeByPartner, n, inside: true),
            "vot_row" => With(model, firstOrder.VolumeOfTradeByPartner, n, inside: false),
            _ when variable.StartsWith("imports_growth_from_", StringComparison.Ordinal) =>
                ImportGrowth(outcome, Region(model, variable[^3..]), n),
            _ => throw new InvalidDataException($"unknown published variable {variable}"),
        };
    }

    private static int Region(TradeModel model, string code) => model.Baseline.IndexOfEconomy(s_regions[code]);

    private static double With(TradeModel model, Matrix<double> byPartner, int n, bool inside)
    {
        var members = s_regions.Keys.Select(code => Region(model, code)).ToHashSet();
        var sum = 0.0;
        for (var partner = 0; partner < byPartner.Columns; partner++)
        {
            sum += members.Contains(partner) == inside ? byPartner[n, partner] : 0;
        }
        return sum;
    }

    private static double ImportGrowth(TradeOutcome outcome, int origin, int destination)
    {
        double before = 0, after = 0;
        for (var j = 0; j < GoodsSectors; j++)
        {
            before += outcome.TradeBase[j, origin, destination];
            after += outcome.TradeNew[j, origin, destination];
        }
        return after / before - 1;
    }

    private static IEnumerable<ReplicationRow> ReferenceRows(string folder, TradeModel model, TradeOutcome outcome)
    {
        var measures = outcome.Measures;
        var columns = new (string Name, string Label, Func<int, double> Value)[]
        {
            ("tot", "terms of trade, %", n => 100 * measures.TermsOfTrade[n]),
            ("vot", "volume of trade, %", n => 100 * measures.VolumeOfTrade[n]),
            ("tech", "technical efficiency, %", n => 100 * measures.TechnicalEfficiency[n]),
            ("welfare", "first-order welfare, %", n => 100 * (measures.TermsOfTrade[n] + measures.VolumeOfTrade[n])),
            ("realwage", "real wage, %", n => 100 * (measures.RealWageHat[n] - 1)),
            ("w_hat", "wage ratio", n => outcome.WageHat[n]),
            ("P_n_hat", "price index ratio", n => measures.PriceIndexHat[n]),
            ("I_bln", "income before, trillion dollars", n => measures.IncomeBase[n] / 1e12),
            ("I_cfl", "income after, trillion dollars", n => measures.IncomeNew[n] / 1e12),
        };
        var reference = FixtureTable.Rows(folder, "ref_welfare_zero_deficit_tol1e-12.csv")
            .SelectMany(row => columns.Select(column => (Region: row("region"), column.Label, column.Value,
                Expected: row.Number(column.Name) / (column.Name.StartsWith("I_", StringComparison.Ordinal) ? 1e12 : 1))))
            .ToList();
        return reference.GroupBy(item => item.Label).Select(group =>
        {
            var worst = group
                .Select(item => (item.Region, item.Expected,
                    Computed: item.Value(model.Baseline.IndexOfEconomy(item.Region))))
                .MaxBy(item => Math.Abs(item.Computed - item.Expected));
            return new ReplicationRow(
                "reference", $"{group.Key} ({worst.Region})", worst.Expected, worst.Computed, ReferenceTolerance, 12);
        });
    }
}
