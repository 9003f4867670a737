using System.Globalization;
using System.Text.Json;
using Caravan.Tests.Cli;

namespace Caravan.Tests.Browser;

/// <summary>Projects, money, debt, coalitions, sharing and talks on the page, beside what the commands print.</summary>
public class ProcedureTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    internal const string Package = """
        caravan: 1
        name: A line and lower tariffs
        baseline: world-2023
        members: [KAZ, KGZ, UZB]
        actions:
          - {id: tariffs, title: Lower tariffs, lever: tariff, between: members, change: -50%, source: invented}
          - id: farms
            title: Better seed
            lever: productivity
            economies: UZB
            by: [UZB]
            sectors: [A01_02]
            change: 1%
            cost_musd: 40
            years: [2024, 2026]
            source: invented
          - id: yards
            title: Better yards
            lever: ntb
            by: [KAZ, KGZ]
            between: members
            points: -1pp
            cost_musd: 200
            years: [2024, 2027]
            finance:
              revenue_musd: 9
              owners: {KAZ: 60%, KGZ: 40%}
              mix: [{lender: budgets, share: 40%}, {lender: world-bank-ida, share: 60%}]
            source: invented
        options: {model: one-sector}
        """;

    [BrowserFact]
    public async Task Projects_cash_flows_and_debt_are_those_of_the_command()
    {
        await using var view = await Open("build+cash+debt");
        await Compute(view, ".panel-build");
        var answer = Command("build");
        var ranked = await Rows(view, ".panel-build");
        foreach (var project in answer.GetProperty("ranking").EnumerateArray())
        {
            var row = Assert.Single(ranked, row => row["title"] == project.GetProperty("title").GetString());
            Assert.Equal(project.GetProperty("average_musd").GetDouble(), Number(row["average_musd"]));
        }
        foreach (var project in answer.GetProperty("projects").EnumerateArray())
        {
            var row = Assert.Single(ranked, row => row["title"] == project.GetProperty("title").GetString());
            Assert.Equal(project.GetProperty("economic_npv_musd").GetDouble(), Number(row["economic_npv_musd"]));
        }
        // one computation serves all three
        var flows = await Rows(view, ".panel-cash");
        Assert.Equal(answer.GetProperty("cash_flows").EnumerateArray().Select(row => row.GetProperty("musd").GetDouble()),
            flows.Select(row => Number(row["musd"])));
        var ratios = await Rows(view, ".panel-debt");
        Assert.Equal(
            answer.GetProperty("debt_ratios").EnumerateArray().Select(row => row.GetProperty("with_pct").GetDouble()),
            ratios.Select(row => Number(row["with_pct"])));
        Assert.Equal(3 * 2 * 20, answer.GetProperty("debt_paths").GetArrayLength());
        Assert.Equal(5, await view.Page.Locator(".panel-debt svg.chart[role=img]").CountAsync());
        Assert.True(await view.Page.Locator(".panel-cash svg.chart rect").CountAsync() > 20);
        await AssertPictures(view, ".panel-build", ".panel-cash", ".panel-debt");
        Assert.Empty(await view.FaultsOfAccessibility());
        await view.Picture("build");
        Assert.Empty(view.Faults);
    }

    [BrowserFact]
    public async Task Coalitions_and_rules_of_sharing_are_those_of_the_command()
    {
        await using var view = await Open("share+coalitions+members");
        await Compute(view, ".panel-share");
        var answer = Command("share");
        var shares = await Rows(view, ".panel-share");
        var shapley = answer.GetProperty("rules").GetProperty("shapley").GetProperty("payoffs_musd");
        foreach (var (code, name) in new[] { ("KAZ", "Kazakhstan"), ("KGZ", "Kyrgyzstan"), ("UZB", "Uzbekistan") })
        {
            var row = Assert.Single(shares, row => row["rule_name"] == "Shapley" && row["name"] == name);
            Assert.Equal(shapley.GetProperty(code).GetDouble(), Number(row["payoff_musd"]));
        }
        var coalitions = await Rows(view, ".panel-coalitions");
        Assert.Equal(7, coalitions.Count);
        Assert.Equal(
            answer.GetProperty("values").EnumerateArray().Select(row => row.GetProperty("worth_musd").GetDouble()).Order(),
            coalitions.Select(row => Number(row["worth_musd"])).Order());
        await AssertPictures(view, ".panel-share", ".panel-coalitions");
        Assert.Empty(await view.FaultsOfAccessibility());
        await view.Picture("share");
        Assert.Empty(view.Faults);
    }

    [BrowserFact]
    public async Task Verdicts_and_frontier_are_those_of_the_command()
    {
        await using var view = await Open("discuss+frontier+members");
        await Compute(view, ".panel-discuss");
        var answer = Command("discuss");
        var verdicts = await Rows(view, ".panel-discuss");
        Assert.Equal(
            answer.GetProperty("verdicts").EnumerateArray()
                .Select(row => (row.GetProperty("accepts").GetBoolean(), row.GetProperty("real_income_pct").GetDouble())),
            verdicts.Select(row => (bool.Parse(row["accepts"]), Number(row["real_income_pct"]))));
        var points = answer.GetProperty("pareto").GetProperty("points");
        var frontier = await Rows(view, ".panel-frontier");
        Assert.Equal(points.EnumerateArray().Select(row => row.GetProperty("first_musd").GetDouble()),
            frontier.Select(row => Number(row["first_musd"])));
        Assert.Equal(points.GetArrayLength(), await view.Page.Locator(".panel-frontier .point").CountAsync());
        // a point is chosen by key as well, and told in words
        await view.Page.FocusAsync(".panel-frontier .point >> nth=-1");
        await view.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("true", await view.Page.GetAttributeAsync(".panel-frontier .point >> nth=-1", "aria-pressed"));
        Assert.Contains(frontier[^1]["words"], await view.Page.InnerTextAsync(".panel-frontier .panel-body"));
        await AssertPictures(view, ".panel-discuss", ".panel-frontier");
        Assert.Empty(await view.FaultsOfAccessibility());
        await view.Picture("discuss");
        Assert.Empty(view.Faults);
    }

    [BrowserFact]
    public async Task Map_and_tables_are_saved_as_pictures()
    {
        await using var view = await browser.Open("#slots=members+trade+ranked");
        await AssertPictures(view, ".map-frame", ".panel-members", ".panel-trade", ".panel-ranked");
        var map = await view.Download(".map-frame .panel-tools button:has-text('SVG')");
        Assert.Contains("world-2023", map);
        Assert.Contains("fill=\"rgb(", map);
        Assert.DoesNotContain("class=", map);
        var members = await view.Download(".panel-members .panel-tools button:has-text('SVG')");
        Assert.Contains(await view.Shown("KAZ", "real_income_pct"), members);
    }

    private async Task<PageView> Open(string slots)
    {
        var view = await browser.Open($"#slots={slots}");
        await view.Drop(Package);
        await view.Page.WaitForSelectorAsync(".lever[aria-label='Better yards']");
        await view.Ready();
        return view;
    }

    private static async Task Compute(PageView view, string panel)
    {
        await view.Page.ClickAsync($"{panel} .job button.primary");
        await view.Page.WaitForSelectorAsync($"{panel} svg.chart");
        await view.Ready();
    }

    private static JsonElement Command(string verb)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("package.yaml"), Package);
        var call = CommandCall.Run(verb, folder.File("package.yaml"), "--json");
        Assert.Equal(0, call.ExitCode);
        return JsonDocument.Parse(call.Out).RootElement;
    }

    private static async Task AssertPictures(PageView view, params string[] panels)
    {
        foreach (var panel in panels)
        {
            var svg = await view.Download($"{panel} .panel-tools button:has-text('SVG')");
            Assert.StartsWith("<svg", svg);
            Assert.Contains("Caravan", svg);
            var png = await view.Page.RunAndWaitForDownloadAsync(
                () => view.Page.ClickAsync($"{panel} .panel-tools button:has-text('PNG')"));
            Assert.True(new FileInfo(await png.PathAsync()).Length > 1000, panel);
        }
    }

    private static async Task<List<Dictionary<string, string>>> Rows(PageView view, string panel) =>
        CsvText.Rows(await view.Download($"{panel} .panel-tools button:has-text('CSV')"));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
