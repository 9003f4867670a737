using Caravan.Server.Hosting;
using Caravan.Tests.Server;
using Microsoft.Playwright;

namespace Caravan.Tests.Browser;

/// <summary>A server with the built page, and a browser that looks at it.</summary>
public sealed class OpenBrowser : IAsyncLifetime
{
    private static readonly string[] s_arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private RunningServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Address of the page.</summary>
    public string Address => _server!.Client.BaseAddress!.ToString();

    public async Task InitializeAsync()
    {
        if (BrowserTools.SkipReason is not null)
        {
            return;
        }
        Directory.CreateDirectory(BrowserTools.Pictures);
        _server = await RunningServer.Start(new ServeOptions { WebFolder = BrowserTools.Page });
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserTools.Browser,
            Args = s_arguments,
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>The server behind the page.</summary>
    internal RunningServer Server => _server!;

    /// <summary>Opens the page and waits for its first result; a script may watch it from the beginning.</summary>
    internal async Task<PageView> Open(string fragment = "", int width = 1440, int height = 900, string script = "")
    {
        var view = await View(width, height);
        if (script != "")
        {
            await view.Page.AddInitScriptAsync(script);
        }
        await view.Go(Address + fragment);
        return view;
    }

    /// <summary>Opens the page where no result is to be expected.</summary>
    internal async Task<PageView> OpenAnywhere(string fragment)
    {
        var view = await View(1280, 800);
        await view.Page.GotoAsync(Address + fragment);
        return view;
    }

    /// <summary>Opens a file from disk with the network cut, and waits until its views stand.</summary>
    internal async Task<PageView> OpenFile(string file, int width = 1280, int height = 900)
    {
        var view = await View(width, height);
        await view.Page.Context.SetOfflineAsync(true);
        await view.Page.GotoAsync(new Uri(file).AbsoluteUri);
        await view.Page.WaitForSelectorAsync("main.report[data-phase=ready] .panel");
        return view;
    }

    private async Task<PageView> View(int width, int height)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Permissions = ["clipboard-read", "clipboard-write"],
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new PageView(context, await context.NewPageAsync());
    }
}
