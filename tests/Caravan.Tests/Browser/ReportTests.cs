using System.Globalization;
using Caravan.Reporting;
using Caravan.Tests.Cli;

namespace Caravan.Tests.Browser;

/// <summary>The file <c>report.html</c> of a bundle, opened from disk in a real browser.</summary>
public sealed class ReportTests(OpenBrowser browser) : IClassFixture<OpenBrowser>, IDisposable
{
    private static readonly string[] s_members = ["CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact]
    public async Task Report_shows_the_numbers_of_economies_csv_without_any_network()
    {
        var report = Run("china-central-asia");
        var rows = Rows(Path.Combine(Path.GetDirectoryName(report)!, "economies.csv"));
        await using var view = await browser.OpenFile(report);
        foreach (var member in s_members)
        {
            foreach (var measure in new[] { "real_income_pct", "real_income_musd" })
            {
                ShownNumber.Equal(Number(rows[member][measure]), await view.Shown(member, measure));
            }
        }

        // every economy and measure in full precision, as the table's file has them
        var members = CsvText.Rows(await view.Download(".panel-members .panel-tools button:has-text('CSV')"));
        Assert.Equal(rows.Count, members.Count);
        foreach (var row in members)
        {
            Assert.Equal(Number(rows[row["code"]]["exports_pct"]), Number(row["exports_pct"]));
            Assert.Equal(Number(rows[row["code"]]["real_income_musd"]), Number(row["real_income_musd"]));
        }
        var flows = CsvText.Rows(await view.Download(".panel-trade .panel-tools button:has-text('CSV')"));
        Assert.Equal(s_members.Length * (s_members.Length - 1), flows.Count);
        foreach (var view_ in new[] { "ranked", "coast", "package", "sectors", "journeys", "links" })
        {
            Assert.True(await view.Page.IsVisibleAsync($".panel-{view_}"), view_);
        }
        Assert.True(await view.Page.Locator(".land.member").CountAsync() >= 5);
        Assert.Empty(view.Requests);
        Assert.Empty(view.Faults);
        await view.Picture("report");
    }

    [BrowserTheory]
    [InlineData("zh", "谁受益，谁受损", "哈萨克斯坦")]
    [InlineData("ru", "Кто выигрывает, кто теряет", "Казахстан")]
    public async Task Report_speaks_other_languages(string language, string title, string economy)
    {
        await using var view = await browser.OpenFile(Run("china-central-asia"));
        await view.Page.SelectOptionAsync(".report-choices select >> nth=0", language);
        await view.Page.WaitForSelectorAsync($"html[lang={language}]");
        var text = await view.Page.InnerTextAsync(".panel-members");
        Assert.Contains(title, text);
        Assert.Contains(economy, text);
        Assert.Empty(view.Faults);
    }

    [BrowserFact]
    public async Task Report_fits_a_phone_and_a_sheet_and_has_no_fault_of_accessibility()
    {
        await using var view = await browser.OpenFile(Run("china-central-asia"), 360, 740);
        Assert.Equal(360, await view.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await view.Picture("report-phone");
        await view.Page.SetViewportSizeAsync(1280, 900);
        // the checker is put in by the browser, which the page's own policy does not bind
        Assert.Empty(await view.FaultsOfAccessibility());
        var sheets = await view.Page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.True(sheets.Length > 20_000);
        await view.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.False(await view.Page.IsVisibleAsync(".panel-tools"));
        Assert.True(await view.Page.IsVisibleAsync(".panel-members table"));
    }

    [BrowserFact]
    public async Task Names_in_a_scenario_are_shown_and_never_run()
    {
        const string Name = "</script><script>window.ran=1</script><img src=x onerror='window.ran=2'>&amp;<!--";
        await File.WriteAllTextAsync(_folder.File("hostile.yaml"), $$"""
            caravan: 1
            name: "{{Name}}"
            summary: "<svg onload='window.ran=3'>"
            sources: ["javascript:window.ran=4", "<iframe srcdoc='<script>parent.ran=5</script>'>"]
            members: [KAZ, UZB]
            actions:
              - {id: free, title: "<b onmouseover='window.ran=6'>", lever: tariff, between: members, to: 0%, source: "@@caravan-result@@"}
            options: {model: one-sector}
            """);
        await using var view = await browser.OpenFile(Run(_folder.File("hostile.yaml")));
        Assert.Equal(Name, await view.Page.TextContentAsync("h1"));
        Assert.Equal(Name, await view.Page.TitleAsync());
        Assert.Contains("onload='window.ran=3'", await view.Page.TextContentAsync(".report-summary"));
        await view.Page.HoverAsync(".panel-package strong");
        Assert.Equal(
            0, await view.Page.Locator("#app img, #app iframe, #app script, #app [onload], #app b").CountAsync());
        Assert.Null(await view.Page.EvaluateAsync<int?>("() => window.ran ?? null"));
        // nor would anything run that came in all the same
        await view.Page.EvaluateAsync("""
            () => {
              const late = document.createElement('script');
              late.textContent = 'window.ran = 7';
              document.body.append(late);
            }
            """);
        Assert.Null(await view.Page.EvaluateAsync<int?>("() => window.ran ?? null"));
    }

    [BrowserFact]
    public void Same_result_gives_the_same_report() => Assert.Equal(
        File.ReadAllBytes(Run("tariff-war", "--model", "one-sector")),
        File.ReadAllBytes(Run("tariff-war", "--model", "one-sector")));

    private string Run(params string[] scenario)
    {
        var folder = _folder.File($"out-{Guid.NewGuid():n}");
        var call = CommandCall.Run(["run", .. scenario, "--out", folder]);
        Assert.Equal(0, call.ExitCode);
        return Path.Combine(folder, ReportPage.FileName);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, Dictionary<string, string>> Rows(string file) =>
        CsvText.Rows(File.ReadAllText(file)).ToDictionary(row => row["economy"]);
}
