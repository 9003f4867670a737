using System.Globalization;
using System.Text;
using Caravan.Data.Loading;
using Caravan.Scenarios;
using Caravan.Scenarios.Parsing;

namespace Caravan.Tests.Scenarios.Replication;

/// <summary>
/// NAFTA the way a user would do it: the data as a folder of their own, in either layout, and the tariffs of 2005 as a
/// table beside a scenario. The numbers must be those of the independent solution.
/// </summary>
public class OwnFolderTests
{
    // per cent, as results are
    private const double Agreement = 1e-8;

    private static readonly string s_fixtures = Path.Combine(Repository.Shared, "fixtures", "cp2015");

    private static readonly (string Column, Func<EconomyResult, double> Value)[] s_measures =
    [
        ("tot", row => row.TermsOfTradePct), ("vot", row => row.VolumeOfTradePct), ("realwage", row => row.RealWagePct),
    ];

    [SharedFact]
    public void Nafta_from_a_folder_and_a_table_is_the_independent_solution()
    {
        using var folder = new TemporaryFolder();
        var files = CaliendoParroFiles.Read(s_fixtures);
        BaselineFolder.Write(files.Baseline, folder.File("own"));
        KiteFolder.Write(files.Baseline, folder.File("kite"));
        File.WriteAllText(folder.File("tariffs.csv"), TariffTable(files));
        foreach (var baseline in new[] { "own", "kite" })
        {
            Assert.Contains(Baselines.Load(folder.File(baseline)).Warnings, warning =>
                warning.ToString().Contains("share is -0.000571", StringComparison.Ordinal));
            File.WriteAllText(folder.File($"{baseline}.yaml"), $"""
                caravan: 1
                name: NAFTA
                baseline: {baseline}
                members: [Mexico, Canada, USA]
                actions:
                  - id: nafta
                    lever: tariff
                    table: tariffs.csv
                options: {"{closure: zero}"}

                """);
            var rows = ScenarioRunner.Run(folder.File($"{baseline}.yaml"))[0].Economies.ToDictionary(row => row.Code);
            foreach (var expected in FixtureTable.Rows(s_fixtures, "ref_welfare_zero_deficit_tol1e-12.csv"))
            {
                Assert.All(s_measures, measure => Assert.Equal(
                    expected.Number(measure.Column), measure.Value(rows[expected("region")]), Agreement));
            }
        }
    }

    private static string TariffTable(CaliendoParroFiles files)
    {
        var (world, tariff) = (files.Baseline, files.CounterfactualTariff);
        var text = new StringBuilder("sector,origin,destination,tariff_rate\n");
        for (var j = 0; j < tariff.Layers; j++)
        {
            for (var i = 0; i < tariff.Rows; i++)
            {
                for (var n = 0; n < tariff.Columns; n++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{world.Sectors[j].Code},{world.Economies[i].Code},")
                        .Append(CultureInfo.InvariantCulture, $"{world.Economies[n].Code},")
                        .Append(SizeParser.Format(tariff[j, i, n], LeverFieldKind.Rate)).Append('\n');
                }
            }
        }
        return text.ToString();
    }
}
