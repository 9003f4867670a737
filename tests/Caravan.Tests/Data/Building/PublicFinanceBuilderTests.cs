using Caravan.Data;
using Caravan.Data.Building;
using Caravan.Data.Loading;

namespace Caravan.Tests.Data.Building;

public class PublicFinanceBuilderTests
{
    [SharedFact]
    public void Shipped_table_is_what_the_sources_give() => Assert.Equal(
        File.ReadAllText(Path.Combine(Repository.Root, "data", "finance", "debt.csv")),
        PublicFinanceBuilder.Build(Path.Combine(Repository.Shared, "data")));

    [Fact]
    public void Shipped_table_has_the_published_figures()
    {
        var finance = PublicFinanceTable.Find("KGZ")!;
        Assert.Equal(54.428, finance.PublicDebtPct);
        Assert.Equal(32.149, finance.RevenuePct);
        Assert.True(double.IsNaN(PublicFinanceTable.Find("MNG")!.PublicDebtPct));
        Assert.NotNull(PublicFinanceTable.Find("XKX"));
        Assert.Null(PublicFinanceTable.Find("AAA"));
    }

    [Fact]
    public void Build_takes_means_and_deviations_and_leaves_gaps_empty()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("weo2019"));
        Write("ggxwdg_ngdp", "2018,aaa,40\n2023,aaa,50\n2023,bbb,n/a\n2017,ccc,10");
        Write("ggr_ngdp", "2014,aaa,20\n2015,aaa,22\n2016,aaa,24\n2017,aaa,26\n2018,aaa,28\n2022,aaa,30\n2023,bbb,15");
        Write("ngdp_rpch", "2020,aaa,3\n2024,aaa,5\n2025,aaa,99");
        Write("ngdpd", "2013,aaa,100\n2014,aaa,110\n2015,aaa,121\n2016,aaa,133.1\n2017,aaa,146.41\n2018,aaa,161.051");
        Write("bca_ngdpd", "2021,aaa,-1\n2023,aaa,-3");
        Assert.Equal(
            "AAA,2023,50,30,3.162,4,,,10,0,-2,\nBBB,2023,,15,,,,,,,,\nCCC,2023,,,,,,,,,,\n",
            PublicFinanceBuilder.Build(folder.Path).Split('\n', 2)[1]);

        void Write(string name, string rows) =>
            File.WriteAllText(folder.File($"weo2019/{name}.csv"), $"year,country,{name}\n{rows}\n");
    }

    [Fact]
    public void Build_names_every_missing_file()
    {
        using var folder = new TemporaryFolder();
        var problem = Assert.Throws<InputException>(() => PublicFinanceBuilder.Build(folder.Path));
        Assert.Equal(5, problem.Issues.Length);
    }
}
