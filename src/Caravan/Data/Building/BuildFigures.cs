using System.Globalization;
using System.Text;

namespace Caravan.Data.Building;

/// <summary>The figures of a build as Markdown: the part of <c>docs/data.md</c> that no hand writes.</summary>
internal sealed class BuildFigures
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private readonly BuildReport _report;
    private readonly StringBuilder _text = new();

    private BuildFigures(BuildReport report) => _report = report;

    private Baseline World => _report.Baseline;

    private BuildDetail Detail => _report.Detail;

    private static int Goods => SectorTable.GoodsCount;

    public static string Markdown(BuildReport report)
    {
        var figures = new BuildFigures(report);
        figures.Counts();
        figures.Errors("What the method gets right when its inputs are right (WIOD 2011)", report.MethodErrors);
        figures.Errors("The baseline beside WIOD 2011", report.BaselineErrors);
        figures.Behaviour();
        figures.ReExports();
        figures.Deficits();
        figures.HomeShares();
        figures.Tariffs();
        figures.Elasticities();
        figures.Proxies();
        figures.Aggregates();
        return figures._text.ToString();
    }

    private void Counts()
    {
        var (goods, services) = (0.0, 0.0);
        for (var j = 0; j < World.Sectors.Length; j++)
        {
            for (var n = 0; n < World.Economies.Length; n++)
            {
                var exports = Exports(j, n);
                goods += World.Sectors[j].IsService ? 0 : exports;
                services += World.Sectors[j].IsService ? exports : 0;
            }
        }
        var raised = Detail.Accounts.Economies
            .SelectMany(economy => economy.UseRaised.Take(Goods)).Where(factor => factor > 1.05).Order().ToArray();
        Table("In numbers", ["quantity", "value"],
        [
            ["economies", Text(World.Economies.Length)],
            ["of which aggregates", Text(World.Economies.Count(economy => !economy.Contains.IsEmpty))],
            ["of which core to the Belt and Road", Text(World.Economies.Count(economy => economy.BeltAndRoadCore))],
            ["of which with production data of their own",
                Text(World.Economies.Count(economy => !economy.ProductionNote.StartsWith("proxy", Ordinal)))],
            ["goods sectors, services sectors", $"{Goods}, {World.Sectors.Length - Goods}"],
            ["world GDP, billion dollars", Billions(World.Gdp.Sum())],
            ["goods trade between economies, billion dollars", Billions(goods)],
            ["goods trade inside aggregates, counted as own sales, billion dollars",
                Number(Detail.World.TradeWithin.Sum() / 1e3, "0.0")],
            ["services trade, billion dollars", Billions(services)],
            ["of which goods in unrecorded transit, billion dollars",
                Billions(Detail.Margins.UnrecordedReExports.Sum())],
            ["goods trade that changed sector in the last round, per cent",
                Number(100 * Detail.Accounts.LastChange, "0.00")],
            ["goods sectors of economies where use was raised by more than 5 %",
                $"{raised.Length} of {Goods * World.Economies.Length}"],
            ["median and 90th percentile of the factor there",
                $"{Number(raised[raised.Length / 2], "0.00")}, {Number(raised[raised.Length * 9 / 10], "0.0")}"],
        ]);
    }

    private void Errors(string title, IReadOnlyList<DetailError> errors) => Table(title,
        ["estimate", "wrong sector, % of a pair's trade", "correlation of sector shares",
            "wrong partner, % of a sector's exports", "correlation of partner shares"],
        errors.Select(error => new[]
        {
            error.Estimate, Number(100 * error.SectorMisplaced, "0.0"), Number(error.SectorCorrelation, "0.000"),
            Number(100 * error.PartnerMisplaced, "0.0"), Number(error.PartnerCorrelation, "0.000"),
        }));

    private void Behaviour()
    {
        var behaviour = Detail.Behaviour;
        Table("Behaviour estimated from WIOD 2011", ["parameter", "value"],
        [
            ["power of the importer's demand", Number(behaviour.Goods.DemandPower, "0.00")],
            .. behaviour.Goods.Decay.Select((power, g) => new[]
            {
                "powers of own advantage and of distance (beside its mean): " + string.Join(", ", SectorTable.Rows
                    .Where(row => row.Wiod == g).Select(row => row.Sector.Code)),
                $"{Number(behaviour.Goods.Own[g], "0.00")}, {Number(power, "0.00")}",
            }),
            ["distance power of services", Number(behaviour.ServicesDecay, "0.00")],
            ["goods served from home by an economy of 1 % of the world",
                Number(behaviour.GoodsHomeShare.Predict(0.01), "0.00")],
            ["goods served from home by an economy of 0.01 % of the world",
                Number(behaviour.GoodsHomeShare.Predict(0.0001), "0.00")],
            ["least part of spending served from home, by sector", string.Join(" to ",
                new[] { behaviour.HomeShareFloor.Min(), behaviour.HomeShareFloor.Max() }
                    .Select(share => Number(share, "0.00")))],
            ["fit (R²) of that share on size", Number(behaviour.GoodsHomeShare.RSquared, "0.00")],
            ["fit (R²) of services exports and imports on size, income, openness",
                $"{Number(Detail.Margins.ExportsRSquared, "0.00")}, {Number(Detail.Margins.ImportsRSquared, "0.00")}"],
            ["spread (tau) of log elasticities", Number(Detail.ShrinkageTau, "0.000")],
        ]);
    }

    private void ReExports()
    {
        var rows = Enumerable.Range(0, World.Economies.Length)
            .Select(n => (Index: n, ReExports: Sum(Goods, k => Detail.Accounts.Economies[n].ReExports[k]),
                Exports: Sum(Goods, j => Exports(j, n)), Transit: Detail.Margins.UnrecordedReExports[n]))
            .OrderByDescending(row => row.ReExports + row.Transit).Take(20);
        Table("Largest re-exports",
            ["economy", "re-exports, billion dollars", "% of goods exports", "unrecorded transit, billion dollars"],
            rows.Select(row => new[]
            {
                Name(row.Index), Number(row.ReExports / 1e3, "0.0"), Number(100 * row.ReExports / row.Exports, "0"),
                Number(row.Transit / 1e3, "0.0"),
            }));
    }

    private void Deficits()
    {
        var order = Enumerable.Range(0, World.Economies.Length)
            .OrderBy(n => World.Deficit[n] / World.Gdp[n]).ToArray();
        Table("Largest surpluses and deficits of goods and services", ["economy", "deficit, % of GDP", "known, %"],
            order.Take(10).Concat(order.TakeLast(10)).Select(n => new[]
            {
                Name(n), Number(100 * World.Deficit[n] / World.Gdp[n], "0"),
                double.IsNaN(Detail.Margins.KnownDeficit[n]) ? "" : Number(100 * Detail.Margins.KnownDeficit[n], "0"),
            }));
    }

    private void HomeShares() => Table("Goods spending served from home", ["economy", "WIOD 2011, %", "here, %"],
        _report.HomeShares.Select(share => new[]
        {
            share.Economy, Number(100 * share.Observed, "0"), Number(100 * share.Estimated, "0"),
        }));

    private void Tariffs()
    {
        var tariffs = Detail.Tariffs;
        Table("Tariffs that a bound kept below the source's mean",
            ["economy", "mean wanted, %", "mean reached, %", "non-preferential rate, %"],
            Enumerable.Range(0, World.Economies.Length).Where(n => tariffs.Bounded[n]).Select(n =>
            {
                var (duty, imports) = (0.0, 0.0);
                for (var i = 0; i < World.Economies.Length; i++)
                {
                    duty += Detail.World.GoodsTrade[i, n] * tariffs.Rate[i, n];
                    imports += Detail.World.GoodsTrade[i, n];
                }
                return new[]
                {
                    Name(n), Number(100 * tariffs.Mean[n], "0.0"), Number(100 * duty / imports, "0.0"),
                    Number(100 * tariffs.NonPreferential[n], "0.0"),
                };
            }));
        Line("Without a figure of their own: " + string.Join(", ", World.Economies
            .Where((_, n) => tariffs.MeanAssumed[n]).Select(economy => economy.Code)) + ".");
    }

    private void Elasticities() => Table("Trade elasticities",
        ["sector", .. World.Elasticities.Select(set => set.Name)],
        World.Sectors.Select((sector, j) => new[] { $"{sector.Code} {sector.Name}" }
            .Concat(World.Elasticities.Select(set => set.StandardError[j] > 0
                ? $"{Number(set.Theta[j], "0.00")} ({Number(set.StandardError[j], "0.00")})"
                : Number(set.Theta[j], "0.00"))).ToArray()));

    private void Proxies() => Table("Production of Belt and Road economies without usable tables of their own",
        ["economy", "stands on"],
        World.Economies.Where(economy => economy.ProductionNote.Length > 0 && economy.BeltAndRoadCore)
            .Select(economy => new[] { economy.Name, economy.ProductionNote }), words: true);

    private void Aggregates() => Table("Aggregates", ["code", "name", "contains"],
        World.Economies.Where(economy => !economy.Contains.IsEmpty)
            .Select(economy => new[] { economy.Code, economy.Name, string.Join(' ', economy.Contains) }), words: true);

    private void Table(string title, IReadOnlyList<string> head, IEnumerable<string[]> rows, bool words = false)
    {
        Line($"### {title}");
        _text.Append("| ").AppendJoin(" | ", head).Append(" |\n");
        var rules = head.Select((_, column) => column == 0 || words ? " --- " : " ---: ");
        _text.Append('|').AppendJoin('|', rules).Append("|\n");
        foreach (var row in rows)
        {
            _text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }
        _text.Append('\n');
    }

    private void Line(string text) => _text.Append(text).Append("\n\n");

    private string Name(int n) => World.Economies[n].Name;

    private double Exports(int sector, int origin) => Sum(
        World.Economies.Length, n => n == origin ? 0 : World.Trade[sector, origin, n]);

    private static double Sum(int length, Func<int, double> value) => Enumerable.Range(0, length).Sum(value);

    private static string Billions(double millions) => Number(millions / 1e3, "#,0");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
