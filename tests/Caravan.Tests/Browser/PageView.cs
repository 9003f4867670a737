using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;

namespace Caravan.Tests.Browser;

/// <summary>One open page, with the faults that its scripts ran into.</summary>
internal sealed class PageView : IAsyncDisposable
{
    private const float PatienceMs = 120_000;
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];
    private readonly ConcurrentQueue<string> _requests = [];

    public PageView(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        context.SetDefaultTimeout(PatienceMs);
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal))
            {
                _requests.Enqueue($"{request.Method} {new Uri(request.Url).AbsolutePath}");
            }
        };
        page.PageError += (_, fault) => _faults.Add(fault);
        page.Console += (_, message) =>
        {
            if (message.Type == "error"
                && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _faults.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Method and path of everything that was asked of a server.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public async Task Go(string address)
    {
        await Page.GotoAsync(address);
        await Page.WaitForSelectorAsync(".headline", new() { State = WaitForSelectorState.Attached });
        await Ready();
    }

    /// <summary>Waits until what is shown belongs to what is set.</summary>
    public async Task Ready()
    {
        await Page.WaitForSelectorAsync(".app[data-phase=ready]");
        await Page.WaitForFunctionAsync("() => !document.querySelector('.app[data-stale], [data-late]')");
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /// <summary>Waits for what the page loads after its first picture; the last of it are the cities.</summary>
    public async Task Loaded() => await Page.WaitForFunctionAsync(
        "() => performance.getEntriesByType('resource').some(one => one.name.endsWith('network/cities'))");

    /// <summary>The text of a figure of an economy.</summary>
    public async Task<string> Shown(string economy, string measure) =>
        (await Page.TextContentAsync($"td[data-economy={economy}][data-measure={measure}]"))!.Trim();

    /// <summary>Moves a slider as a pointer does: steps while it moves, then lets go.</summary>
    public async Task Drag(string action, string field, params double[] values)
    {
        foreach (var value in values)
        {
            await Page.EvalOnSelectorAsync($"input[type=range][data-action='{action}'][data-field='{field}']",
                """
                (slider, value) => {
                  slider.value = value;
                  slider.dispatchEvent(new Event('input', { bubbles: true }));
                }
                """,
                value.ToString(CultureInfo.InvariantCulture));
        }
        await Page.EvalOnSelectorAsync($"input[type=range][data-action='{action}'][data-field='{field}']",
            "slider => slider.dispatchEvent(new Event('change', { bubbles: true }))");
        await Page.WaitForFunctionAsync("() => document.querySelector('.app').dataset.phase === 'ready'");
        await Ready();
    }

    /// <summary>Drops a scenario file on the page.</summary>
    public async Task Drop(string text) => await Page.EvaluateAsync("""
        text => {
          const data = new DataTransfer();
          data.items.add(new File([text], 'package.yaml'));
          dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """, text);

    /// <summary>The text of the file that a click on something downloads.</summary>
    public async Task<string> Download(string selector)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.ClickAsync(selector));
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    /// <summary>What a checker of accessibility finds wrong, which must have looked at something.</summary>
    public async Task<string[]> FaultsOfAccessibility()
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(BrowserTools.AxeScript));
        var faults = await Page.EvaluateAsync<string[]>("""
            async () => {
              window.found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
              return window.found.violations.map(fault =>
                `${fault.id}: ${fault.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`);
            }
            """);
        Assert.True(await Page.EvaluateAsync<int>("() => window.found.passes.length") > 15);
        return faults;
    }

    /// <summary>Keeps a screenshot as an artefact of the run.</summary>
    public async Task Picture(string name) =>
        await Page.ScreenshotAsync(new() { Path = Path.Combine(BrowserTools.Pictures, name + ".png") });

    /// <summary>As <see cref="Picture"/>; with CARAVAN_APPROVE=1 also the picture that README.md shows.</summary>
    public async Task PictureOfReadme()
    {
        await Picture("page");
        if (Environment.GetEnvironmentVariable("CARAVAN_APPROVE") == "1")
        {
            File.Copy(Path.Combine(BrowserTools.Pictures, "page.png"),
                Path.Combine(Repository.Root, "docs", "page.png"), overwrite: true);
        }
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
