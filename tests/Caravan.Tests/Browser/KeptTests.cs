using Caravan.Server.Storage;
using Dapper;
using Microsoft.Playwright;

namespace Caravan.Tests.Browser;

/// <summary>Results that are kept on the server and reopened by a link.</summary>
public class KeptTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    private const string Solve = "POST /api/v1/solve";
    private const string Start = "POST /api/v1/jobs";
    // keeps every choice of views that is ever shown
    private const string Watch = """
        window.choices = new Set();
        new MutationObserver(() => document.querySelectorAll('select.panel-title').forEach(
          place => choices.add([...place.options].map(option => option.value).join()))
        ).observe(document, { childList: true, subtree: true });
        """;

    [BrowserFact]
    public async Task Link_to_a_result_reopens_what_was_seen_without_solving()
    {
        await using var first = await browser.Open(
            "#slots=members+trade+links&measure=exports_pct&region=central-asia");
        await first.Drag("tariffs", "change", -1);
        var link = await Keep(first);
        await using var second = await browser.Open(link, script: Watch);
        await second.Loaded();
        Assert.DoesNotContain(Solve, second.Requests);
        // nothing of the places came in later: every frame had the same choice of views
        Assert.Contains("build", Assert.Single(await second.Page.EvaluateAsync<string[]>("() => [...choices]")));
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
        // the address follows once nothing has moved for a moment
        await second.Page.WaitForFunctionAsync("() => !location.hash.includes('saved=')");
        Assert.DoesNotContain("saved=", second.Page.Url);
        // what was kept is one step back
        await second.Page.ClickAsync("button[aria-label=Undo]");
        await second.Page.WaitForSelectorAsync(".kept.differs");
        Assert.Empty(second.Faults);
    }

    [BrowserFact]
    public async Task Link_to_a_result_reopens_the_answers_of_its_long_computations()
    {
        string[][] places = [["build", "cash", "debt"], ["share", "coalitions", "decomposition"],
            ["discuss", "frontier", "members"]];
        await using var first = await browser.Open("#slots=build+share+discuss");
        await first.Drop(ProcedureTests.Package);
        await first.Page.WaitForSelectorAsync(".lever[aria-label='Better yards']");
        await first.Ready();
        foreach (var view in new[] { "build", "share", "discuss" })
        {
            await Compute(first, view);
        }
        await Look(first, places[1]);
        await Compute(first, "decomposition");
        var link = await Keep(first);
        await using var second = await browser.Open(link);
        foreach (var views in places)
        {
            await Look(first, views);
            await Look(second, views);
            foreach (var view in views)
            {
                Assert.Equal(await Seen(first, view), await Seen(second, view));
            }
        }
        Assert.DoesNotContain(Solve, second.Requests);
        Assert.DoesNotContain(Start, second.Requests);
        await Look(second, places[0]);
        await second.Picture("kept-answers");

        // what is computed now does not stand beside what was kept
        await second.Page.ClickAsync(".panel-build .job button");
        await second.Page.WaitForSelectorAsync(
            ".kept", new() { State = WaitForSelectorState.Detached });
        await second.Page.WaitForSelectorAsync(".panel-build svg.chart");
        Assert.Contains(Start, second.Requests);
        Assert.Empty(first.Faults);
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

    private static async Task Compute(PageView view, string kind)
    {
        await view.Page.ClickAsync($".panel-{kind} .job button.primary");
        await view.Page.WaitForSelectorAsync($".panel-{kind} svg.chart");
        await view.Ready();
    }

    private static async Task Look(PageView view, string[] views)
    {
        var places = view.Page.Locator(".side-answers select.panel-title, .pair select.panel-title");
        // in the order of the document: the two below the map, then the side
        foreach (var (one, at) in views.Select((one, at) => (one, (at + 2) % 3)))
        {
            await places.Nth(at).SelectOptionAsync(one);
        }
        await view.Ready();
    }

    private static async Task<string?> Seen(PageView view, string kind) =>
        await view.Page.TextContentAsync($".panel-{kind} .panel-body");

    private static async Task<string> Keep(PageView view)
    {
        await view.Page.ClickAsync("summary:has-text('Share')");
        await view.Page.ClickAsync("button:has-text('Copy link to this result')");
        await view.Page.WaitForSelectorAsync(".notice:has-text('saved=')");
        var link = await view.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        return link[link.IndexOf('#', StringComparison.Ordinal)..];
    }
}
