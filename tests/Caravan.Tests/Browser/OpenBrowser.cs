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

    /// <summary>Opens the page and waits for its first result.</summary>
    internal async Task<PageView> Open(string fragment = "", int width = 1440, int height = 900)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Permissions = ["clipboard-read", "clipboard-write"],
            ReducedMotion = ReducedMotion.Reduce,
        });
        var view = new PageView(context, await context.NewPageAsync());
        await view.Go(Address + fragment);
        return view;
    }
}
