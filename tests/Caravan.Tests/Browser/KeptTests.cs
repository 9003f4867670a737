using Caravan.Server.Storage;
using Dapper;
using Microsoft.Playwright;

namespace Caravan.Tests.Browser;

/// <summary>Results that are kept on the server and reopened by a link.</summary>
public class KeptTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    private const string Solve = "POST /api/v1/solve";

    [BrowserFact]
    public async Task Link_to_a_result_reopens_what_was_seen_without_solving()
    {
        await using var first = await browser.Open(
            "#slots=members+trade+links&measure=exports_pct&region=central-asia");
        await first.Drag("tariffs", "change", -1);
        var link = await Keep(first);
        await using var second = await browser.Open(link);
        Assert.DoesNotContain(Solve, second.Requests);
        // which views the server offers is asked apart from the result and may come later
        await second.Page.WaitForSelectorAsync(
            ".side-answers option[value='build']", new() { State = WaitForSelectorState.Attached });
        foreach (var view in new[] { ".side-answers", ".headline", ".pair .panel-trade", ".pair .panel-links" })
        {
            Assert.Equal(await first.Page.InnerTextAsync(view), await second.Page.InnerTextAsync(view));
        }
        Assert.Equal("exports_pct", await second.Page.InputValueAsync(".map-tools select"));
        Assert.Equal("true", await second.Page.GetAttributeAsync(".regions button:nth-child(2)", "aria-pressed"));
        var notice = await second.Page.InnerTextAsync(".kept");
        Assert.Contains("Kept result of", notice);
        Assert.Contains("Caravan 0.1.0", notice);
        Assert.DoesNotContain("other numbers", notice);
        // its link is the same again, and looking around does not solve
        Assert.Equal(link, await Keep(second));
        await second.Page.ClickAsync(".regions button:nth-child(1)");
        Assert.DoesNotContain(Solve, second.Requests);
        Assert.Empty(second.Faults);
    }

    [BrowserFact]
    public async Task Result_of_another_version_or_data_says_so_and_is_solved_anew_on_request()
    {
        await using var first = await browser.Open("#pack=tariff-war");
        var link = await Keep(first);
        var id = link[(link.IndexOf("saved=", StringComparison.Ordinal) + 6)..].Split('&')[0];
        await using (var connection = await browser.Server.Service<Database>().Connect())
        {
            await connection.ExecuteAsync(
                "UPDATE saved SET version = '0.0.1', baseline_hash = 'aabbccdd00' WHERE id = @id", new { id });
        }
        await using var second = await browser.Open(link);
        var notice = await second.Page.InnerTextAsync(".kept.differs");
        Assert.Contains("0.0.1", notice);
        Assert.Contains("aabbccdd", notice);
        Assert.Contains("may give other numbers", notice);
        await second.Picture("kept-differs");

        await second.Page.ClickAsync(".kept button");
        await second.Page.WaitForSelectorAsync(
            ".kept", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await second.Ready();
        Assert.Contains(Solve, second.Requests);
        Assert.DoesNotContain("saved=", second.Page.Url);
        // what was kept is one step back
        await second.Page.ClickAsync("button[aria-label=Undo]");
        await second.Page.WaitForSelectorAsync(".kept.differs");
        Assert.Empty(second.Faults);
    }

    [BrowserFact]
    public async Task Link_to_a_result_that_is_not_there_is_told()
    {
        await using var view = await browser.OpenAnywhere("#saved=00000000000000000000000000000000");
        await view.Page.WaitForSelectorAsync(".status[data-phase=bad]");
        Assert.Contains("has no kept result", await view.Page.InnerTextAsync(".status"));
        await view.Page.ClickAsync("main a");
        await view.Page.WaitForSelectorAsync(".app[data-phase=ready]");
    }

    private static async Task<string> Keep(PageView view)
    {
        await view.Page.ClickAsync("summary:has-text('Share')");
        await view.Page.ClickAsync("button:has-text('Copy link to this result')");
        await view.Page.WaitForSelectorAsync(".notice:has-text('saved=')");
        var link = await view.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        return link[link.IndexOf('#', StringComparison.Ordinal)..];
    }
}
