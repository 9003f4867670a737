using System.Globalization;
using System.IO.Compression;
using Caravan.Data;
using Caravan.Data.Building;
using Caravan.Data.Loading;
using Caravan.Trade;

namespace Caravan.Tests.Data.Building;

public class World2023BuilderTests(BuiltWorld world) : IClassFixture<BuiltWorld>
{
    private Baseline Baseline => world.Baseline;

    [SharedFact]
    public void Every_identity_holds_to_twelve_digits()
    {
        var report = BaselineCheck.Check(Baseline);
        Assert.Empty(report.Errors);
        Assert.Empty(report.Warnings);
        Assert.NotEmpty(report.Identities);
        Assert.All(report.Identities, identity => Assert.InRange(identity.LargestViolation, 0, 1e-12));
    }

    [SharedFact]
    public void Value_added_and_tariffs_are_the_published_gdp()
    {
        for (var n = 0; n < Baseline.Economies.Length; n++)
        {
            var revenue = 0.0;
            for (var j = 0; j < Baseline.Sectors.Length; j++)
            {
                for (var i = 0; i < Baseline.Economies.Length; i++)
                {
                    revenue += Baseline.Trade[j, i, n] * Baseline.TariffRate[j, i, n];
                }
            }
            Assert.Equal(1, (Baseline.ValueAdded[n] + revenue) / Baseline.Gdp[n], 12);
        }
    }

    [SharedFact]
    public void Pair_totals_of_goods_are_those_of_the_source()
    {
        var codes = Baseline.Economies
            .SelectMany((economy, n) => economy.Contains.IsEmpty
                ? [(economy.Code, n)] : economy.Contains.Select(code => (Code: code, n)))
            .ToDictionary(x => x.Code, x => x.n);
        var count = Baseline.Economies.Length;
        var source = new double[count, count];
        using var file = File.OpenRead(Path.Combine(Repository.Shared, "data", "baci2023", "trade_2023.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        Assert.Equal("exporter,importer,value_kusd", reader.ReadLine());
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            source[codes[cells[0]], codes[cells[1]]] += double.Parse(cells[2], CultureInfo.InvariantCulture) / 1000;
        }
        for (var i = 0; i < count; i++)
        {
            for (var n = 0; n < count; n++)
            {
                if (i != n)
                {
                    var total = Enumerable.Range(0, Baseline.Sectors.Length)
                        .Where(j => !Baseline.Sectors[j].IsService).Sum(j => Baseline.Trade[j, i, n]);
                    Assert.InRange(Math.Abs(total - source[i, n]), 0, 1e-9 * source[i, n]);
                }
            }
        }
    }

    [SharedFact]
    public void A_second_build_gives_the_same_bits()
    {
        var again = World2023Builder.Build(Path.Combine(Repository.Shared, "data"));
        SameBaseline.Assert(Baseline, again);
    }

    [SharedFact]
    public void The_shipped_file_is_what_the_builder_computes()
    {
        var shipped = Baselines.Load("world-2023");
        Assert.Equal(Baseline.Economies.Select(e => e.Code), shipped.Economies.Select(e => e.Code));
        Assert.Equal(Baseline.Economies.Select(e => e.ProductionNote), shipped.Economies.Select(e => e.ProductionNote));
        var largest = 0.0;
        for (var cell = 0; cell < Baseline.Trade.Values.Length; cell++)
        {
            var (built, read) = (Baseline.Trade.Values[cell], shipped.Trade.Values[cell]);
            largest = Math.Max(largest, Math.Abs(built - read) / Math.Max(built, 1e-3));
        }
        // processors may differ in the last digits of logarithms
        Assert.InRange(largest, 0, 1e-6);
    }

    [SharedFact]
    public void Nothing_is_negative_and_everything_made_or_bought_is_partly_sold_at_home()
    {
        Assert.DoesNotContain(Baseline.Trade.ToArray(), value => !(value >= 0));
        Assert.DoesNotContain(Baseline.InputShare.ToArray(), value => !(value >= 0));
        Assert.DoesNotContain(Baseline.FinalShare.ToArray(), value => !(value >= 0));
        Assert.DoesNotContain(Baseline.ValueAddedShare.ToArray(), value => value is not (> 0.01 and < 0.99));
        for (var j = 0; j < Baseline.Sectors.Length; j++)
        {
            for (var n = 0; n < Baseline.Economies.Length; n++)
            {
                var bought = Enumerable.Range(0, Baseline.Economies.Length)
                    .Sum(i => Baseline.Trade[j, i, n] * (1 + Baseline.TariffRate[j, i, n]));
                Assert.True(Baseline.Trade[j, n, n] >= 0.0199 * bought,
                    $"{Baseline.Economies[n].Code} {Baseline.Sectors[j].Code}");
            }
        }
    }

    [SharedFact]
    public void A_run_without_change_returns_hats_of_one()
    {
        foreach (var elasticities in Baseline.Elasticities)
        {
            var outcome = new TradeModel(Baseline, elasticities: elasticities).Solve(TradeShock.None);
            Assert.Equal(SolveStatus.Converged, outcome.Status);
            Assert.All(outcome.WageHat, hat => Assert.Equal(1, hat, 12));
            Assert.All(outcome.PriceHat.ToArray(), hat => Assert.Equal(1, hat, 12));
        }
    }

    [SharedFact]
    public void Economies_carry_their_flags()
    {
        Assert.InRange(Baseline.Economies.Length, 120, 160);
        Assert.InRange(Baseline.Economies.Count(economy => !economy.Contains.IsEmpty), 1, 6);
        Assert.Equal(65, Baseline.Economies.Count(economy => economy.BeltAndRoadCore));
        Assert.Equal(Baseline.Economies.Select(economy => economy.Code).Order(StringComparer.Ordinal),
            Baseline.Economies.Select(economy => economy.Code));
        string[] landlocked =
            ["KAZ", "KGZ", "TJK", "TKM", "UZB", "MNG", "LAO", "NPL", "BTN", "AFG", "ETH", "SRB", "CHE"];
        Assert.All(landlocked, code => Assert.True(Baseline.Economies[world.Economy(code)].Landlocked, code));
        Assert.False(Baseline.Economies[world.Economy("CHN")].Landlocked);
        Assert.Equal("upper-middle", Baseline.Economies[world.Economy("CHN")].IncomeGroup);
        Assert.Equal("high", Baseline.Economies[world.Economy("DEU")].IncomeGroup);
        Assert.Equal("Central Asia", Baseline.Economies[world.Economy("UZB")].Region);
        Assert.Equal("", Baseline.Economies[world.Economy("DEU")].ProductionNote);
        Assert.StartsWith("proxy", Baseline.Economies[world.Economy("KGZ")].ProductionNote, StringComparison.Ordinal);
        string[] sets =
            ["eu", "eaeu", "asean", "carec", "china-central-asia", "rcep", "belt-and-road-core", "landlocked"];
        Assert.Empty(sets.Except(Baseline.Sets.Select(set => set.Name)));
        Assert.All(Baseline.Sets.SelectMany(set => set.Members), code => world.Economy(code));
    }

    [SharedFact]
    public void Free_trade_areas_are_free_and_others_are_not()
    {
        var cars = Baseline.IndexOfSector("C29");
        double Rate(string from, string to) => Baseline.TariffRate[cars, world.Economy(from), world.Economy(to)];
        (string, string)[] free = [("DEU", "FRA"), ("FRA", "DEU"), ("KAZ", "RUS"), ("RUS", "KGZ"), ("CHN", "VNM"),
            ("THA", "CHN"), ("MEX", "USA"), ("NOR", "DEU"), ("TUR", "ITA"), ("GBR", "IRL"), ("UZB", "KAZ"),
            ("NZL", "CHN")];
        Assert.All(free, pair => Assert.Equal(0, Rate(pair.Item1, pair.Item2)));
        (string, string)[] dutiable = [("CHN", "USA"), ("USA", "CHN"), ("CHN", "KAZ"), ("DEU", "CHN"), ("CHN", "DEU"),
            ("IND", "CHN"), ("UKR", "RUS")];
        Assert.All(dutiable, pair => Assert.InRange(Rate(pair.Item1, pair.Item2), 0.005, 0.25));
        Assert.Equal(Rate("CHN", "DEU"), Rate("CHN", "POL"));
        Assert.All(Baseline.Economies.Select(economy => economy.Code), code => Assert.Equal(0, Rate(code, code)));
    }

    [SharedFact]
    public void Entrepots_re_export_and_large_makers_do_not()
    {
        double Part(string code)
        {
            var n = world.Economy(code);
            var goods = Enumerable.Range(0, SectorTable.GoodsCount);
            return goods.Sum(j => world.Report.Detail.Accounts.Economies[n].ReExports[j])
                / goods.Sum(j => Enumerable.Range(0, Baseline.Economies.Length)
                    .Sum(m => m == n ? 0 : Baseline.Trade[j, n, m]));
        }
        string[] entrepots = ["HKG", "SGP", "NLD", "BEL", "ARE"];
        string[] makers = ["CHN", "USA", "JPN", "IND", "BRA", "RUS"];
        Assert.All(entrepots, code => Assert.InRange(Part(code), 0.2, 0.95));
        Assert.All(makers, code => Assert.InRange(Part(code), 0, 0.03));
    }

    [SharedFact]
    public void The_method_beats_the_naive_estimate_where_the_truth_is_known()
    {
        var naive = world.Report.MethodErrors[0];
        var method = world.Report.MethodErrors.Single(error => error.Estimate == "and importers' own exports (the method)");
        Assert.True(method.SectorMisplaced < 0.92 * naive.SectorMisplaced);
        Assert.True(method.SectorCorrelation > naive.SectorCorrelation);
        Assert.True(world.Report.BaselineErrors[1].PartnerMisplaced < world.Report.BaselineErrors[0].PartnerMisplaced);
    }

    [SharedFact]
    public void The_figures_in_the_document_are_those_of_the_build()
    {
        const string Begin = "<!-- figures: begin -->\n";
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "data.md"));
        var begin = document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = document.IndexOf("<!-- figures: end -->", StringComparison.Ordinal);
        Assert.InRange(begin, Begin.Length, end);
        var figures = world.Report.ToMarkdown();
        if (document[begin..end].Trim() != figures.Trim())
        {
            File.WriteAllText(Path.Combine(Repository.Root, "docs", "data.received.md"),
                document[..begin] + "\n" + figures + document[end..]);
        }
        Assert.Equal(figures.Trim(), document[begin..end].Trim());
    }

    [Fact]
    public void A_folder_without_sources_names_every_missing_file()
    {
        using var folder = new TemporaryFolder();
        var problem = Assert.Throws<InputException>(() => World2023Builder.Build(folder.Path));
        Assert.True(problem.Issues.Length > 10);
        Assert.Contains(problem.Issues, issue => issue.File == "baci2023/trade_2023.csv.gz");
    }
}
