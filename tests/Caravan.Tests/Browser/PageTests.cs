using System.Text.Json;
using Caravan.Tests.Cli;

namespace Caravan.Tests.Browser;

/// <summary>The page as a negotiator uses it, in a real browser.</summary>
public class PageTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    private static readonly string[] s_members = ["CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB"];
    private static readonly string[] s_measures = ["real_income_pct", "real_income_musd"];

    private static Dictionary<string, JsonElement> RunByCommand(params string[] options) =>
        Economies(CommandCall.Run(["run", "china-central-asia", "--json", .. options]));

    private static Dictionary<string, JsonElement> Economies(CommandCall call)
    {
        Assert.Equal(0, call.ExitCode);
        return JsonDocument.Parse(call.Out).RootElement.GetProperty("economies").EnumerateArray()
            .ToDictionary(row => row.GetProperty("economy").GetString()!);
    }

    private static async Task AssertShowsTheSame(PageView view, Dictionary<string, JsonElement> computed)
    {
        foreach (var member in s_members)
        {
            foreach (var measure in s_measures)
            {
                ShownNumber.Equal(computed[member].GetProperty(measure).GetDouble(), await view.Shown(member, measure));
            }
        }
    }

    [BrowserFact]
    public async Task Numbers_before_and_after_a_lever_moves_are_those_of_the_command_line()
    {
        await using var view = await browser.Open();
        await AssertShowsTheSame(view, RunByCommand());
        await view.PictureOfReadme();
        var before = await view.Shown("UZB", "real_income_musd");
        await view.Drag("tariffs", "change", -0.6, -0.75, -0.9);
        await AssertShowsTheSame(view, RunByCommand("--set", "tariffs.change=-90%"));
        Assert.NotEqual(before, await view.Shown("UZB", "real_income_musd"));

        // the whole movement is one step of undo, and comes back
        await view.Page.ClickAsync("button[aria-label=Undo]");
        await view.Ready();
        Assert.Equal(before, await view.Shown("UZB", "real_income_musd"));
        await view.Page.ClickAsync("button[aria-label=Redo]");
        await view.Ready();
        await AssertShowsTheSame(view, RunByCommand("--set", "tariffs.change=-90%"));
        await view.Picture("desk");
        Assert.Empty(view.Faults);
    }

    [BrowserFact]
    public async Task Clicked_project_is_built_and_a_canal_is_closed()
    {
        await using var view = await browser.Open("#region=central-asia&layers=projects+passages");
        await view.Page.WaitForSelectorAsync("g.project[data-id=trans-afghan]");
        await view.Page.DispatchEventAsync("g.project[data-id=trans-afghan] .line-hit", "click");
        await view.Page.ClickAsync(".card-actions .primary");
        await view.Page.WaitForSelectorAsync("g.project.in-package[data-id=trans-afghan]");
        await view.Ready();
        var scenario = await Yaml(view);
        Assert.Contains("project: trans-afghan", scenario);
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("package.yaml"), scenario);
        var afghan = Economies(CommandCall.Run("run", folder.File("package.yaml"), "--json"))["AFG"];
        ShownNumber.Equal(
            afghan.GetProperty("real_income_pct").GetDouble(), await view.Shown("AFG", "real_income_pct"));

        await view.Page.FillAsync(".search input", "suez");
        await view.Page.Keyboard.PressAsync("Enter");
        await view.Page.ClickAsync(".card-actions button:has-text('Close it to ships')");
        await view.Page.WaitForSelectorAsync(".lever:has-text('Suez Canal')");
        await view.Ready();
        Assert.Contains("passage: suez", await Yaml(view));
        await view.Picture("built");
        Assert.Empty(view.Faults);
    }

    [BrowserFact]
    public async Task Link_reopens_exactly_what_was_shared()
    {
        await using var first = await browser.Open("#lang=en&measure=exports_pct");
        await first.Drag("faster-borders", "change", -0.8);
        await first.Page.ClickAsync("label.switch:near(:text('Better seed, water'))");
        await first.Ready();
        await first.Page.ClickAsync("summary:has-text('Share')");
        await first.Page.ClickAsync("button:has-text('Copy link to these settings')");
        await first.Page.WaitForSelectorAsync(".notice");
        var link = await first.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        await using var second = await browser.Open(link[link.IndexOf('#', StringComparison.Ordinal)..]);
        Assert.Equal(await Yaml(first), await Yaml(second));
        Assert.Contains("change: -80%", await Yaml(second));
        foreach (var member in s_members)
        {
            Assert.Equal(await first.Shown(member, "real_income_pct"), await second.Shown(member, "real_income_pct"));
        }
        Assert.Equal("exports_pct", await second.Page.InputValueAsync(".map-tools select"));
    }

    [BrowserFact]
    public async Task Comparison_with_another_pack_is_that_of_the_command_line()
    {
        await using var view = await browser.Open("#slots=members+compare+coast&against=tariff-war");
        await view.Page.ClickAsync(".pair .panel:first-child button:has-text('Table')");
        await view.Page.WaitForSelectorAsync(".pair table.data tr:has-text('KAZ')");
        var shown = await view.Page.Locator(".pair table.data tr:has-text('KAZ') td").AllInnerTextsAsync();
        var call = CommandCall.Run("compare", "china-central-asia", "tariff-war", "--json");
        var row = JsonDocument.Parse(call.Out).RootElement.GetProperty("economies").EnumerateArray()
            .First(r => r.GetProperty("economy").GetString() == "KAZ");
        double Of(string start) => row.EnumerateObject()
            .First(entry => entry.Name.StartsWith("real_income_pct_" + start, StringComparison.Ordinal)).Value
            .GetDouble();
        ShownNumber.Equal(Of("china"), shown[1]);
        ShownNumber.Equal(Of("tariff"), shown[2]);
        ShownNumber.Equal(Of("china") - Of("tariff"), shown[3]);
    }

    [BrowserFact]
    public async Task Dropped_file_is_opened_and_a_bad_one_is_explained_line_by_line()
    {
        await using var view = await browser.Open();
        const string Good = """
            caravan: 1
            name: Two neighbours
            members: [KAZ, UZB]
            actions:
              - {id: free, lever: tariff, between: members, to: 0%}
            """;
        await view.Drop(Good);
        await view.Page.WaitForSelectorAsync(".lever[aria-label='Tariffs']");
        await view.Ready();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("package.yaml"), Good);
        var computed = Economies(CommandCall.Run("run", folder.File("package.yaml"), "--json"));
        foreach (var member in new[] { "KAZ", "UZB" })
        {
            var number = computed[member].GetProperty("real_income_pct").GetDouble();
            ShownNumber.Equal(number, await view.Shown(member, "real_income_pct"));
        }
        Assert.Contains("Two neighbours", await Yaml(view));
        await view.Drop(Good.Replace("UZB", "UZZ", StringComparison.Ordinal));
        var problem = (await view.Page.TextContentAsync(".issues li"))!;
        Assert.Contains("UZZ", problem);
        Assert.Contains(":3", problem);
        await view.Drop("caravan: 1\nname: '<img src=x onerror=alert(1)>'\nmembers: [<script>]\nactions: []\n");
        await view.Page.WaitForSelectorAsync(".issues li");
        Assert.Equal(0, await view.Page.Locator(".issues img, .issues script").CountAsync());
        Assert.Empty(view.Faults);
    }

    [BrowserFact]
    public async Task Server_that_does_not_answer_is_told_and_found_again()
    {
        await using var view = await browser.Open();
        await view.Page.Context.SetOfflineAsync(true);
        await view.Page.ClickAsync("label.switch >> nth=0");
        await view.Page.WaitForSelectorAsync(".status[data-phase=offline]");
        var text = await view.Page.TextContentAsync(".status [role=status]");
        Assert.Contains("No answer from the server", text);
        Assert.Contains("settings before", text);
        await view.Picture("offline");
        await view.Page.Context.SetOfflineAsync(false);
        await view.Ready();
    }

    [BrowserFact]
    public async Task First_load_is_less_than_600_kB_and_railways_come_when_they_are_drawn()
    {
        await using var view = await browser.Open();
        await view.Loaded();
        Assert.DoesNotContain("GET /api/v1/network/links", view.Requests);
        var bytes = await view.Page.EvaluateAsync<double>("""
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .reduce((sum, one) => sum + one.transferSize, 0)
            """);
        Assert.InRange(bytes, 200_000, 600_000);
        await view.Page.ClickAsync(".layers button:has-text('Railways')");
        await view.Page.WaitForSelectorAsync(
            "path.rail", new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        Assert.Contains("GET /api/v1/network/links", view.Requests);
    }

    [BrowserTheory]
    [InlineData("world")]
    [InlineData("levers")]
    [InlineData("answers")]
    public async Task Phone_shows_each_part_without_sideways_scrolling(string pane)
    {
        await using var view = await browser.Open($"#pane={pane}", 360, 740);
        Assert.Equal(360, await view.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        var part = pane switch { "world" => ".map", "levers" => ".levers", _ => ".side-answers .panel" };
        Assert.True(await view.Page.IsVisibleAsync(part));
        await view.Picture($"phone-{pane}");
        Assert.Empty(view.Faults);
    }

    [BrowserTheory]
    [InlineData("en", "Who gains, who loses", "Kazakhstan", ",")]
    [InlineData("zh", "谁受益，谁受损", "哈萨克斯坦", ",")]
    [InlineData("ru", "Кто выигрывает, кто теряет", "Казахстан", "\u00a0")]
    public async Task Languages_change_words_names_and_numbers(
        string language, string title, string economy, string thousands)
    {
        await using var view = await browser.Open($"#lang={language}");
        var text = await view.Page.InnerTextAsync(".side-answers");
        Assert.Contains(title, text);
        Assert.Contains(economy, text);
        Assert.Matches($@"^\+\d{{1,3}}({thousands}\d{{3}})+$", await view.Shown("CHN", "real_income_musd"));
        Assert.Equal(language, await view.Page.GetAttributeAsync("html", "lang"));
        await view.Picture($"desk-{language}");
        Assert.Empty(view.Faults);
    }

    [BrowserTheory]
    [InlineData("", 1440, 900)]
    [InlineData("#theme=dark&focus=KAZ&layers=projects+crossings+passages+arcs&slots=trade+sectors+build", 1440, 900)]
    [InlineData("#lang=ru&theme=light&slots=compare+links+decomposition", 1920, 1080)]
    [InlineData("#pane=levers&lang=zh", 360, 740)]
    public async Task Page_has_no_fault_of_accessibility_that_a_checker_finds(string fragment, int width, int height)
    {
        await using var view = await browser.Open(fragment, width, height);
        Assert.Empty(await view.FaultsOfAccessibility());
    }

    private static async Task<string> Yaml(PageView view)
    {
        await view.Page.ClickAsync(".side-answers .panel-tools button[aria-expanded]");
        var yaml = await view.Page.TextContentAsync(".drawer-yaml pre");
        await view.Page.ClickAsync(".drawer .close");
        return yaml!;
    }
}
