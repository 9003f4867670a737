using System.Globalization;
using Microsoft.Playwright;

namespace Caravan.Benchmarks.Page;

/// <summary>
/// The page in a real browser: the first load, and the time from the movement of a slider or the click on a switch to
/// the next frame in which map and table show the answer. The events are the browser's own, made by its mouse.
/// </summary>
internal static class PageLatency
{
    private const int Loads = 5;
    private const int Movements = 60;
    private const int Toggles = 40;
    private const double TradeAimMs = 100;
    private const double CorridorAimMs = 150;
    private const double LoadAimMs = 1500;

    private static readonly string[] s_arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    // titles of actions, as they stand on the page
    private static readonly string[] s_corridors =
    [
        "China-Kyrgyzstan-Uzbekistan railway", "Third rail link between China and Kazakhstan, Ayagoz-Bakhty-Tacheng",
        "Road from Dushanbe to the border with China",
    ];

    /// <summary>The number of faults: answers that never came, or that changed nothing on the page.</summary>
    public static async Task<int> Run(TextWriter output)
    {
        await using var server = await BenchmarkServer.Start();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CARAVAN_CHROMIUM") ?? "/usr/bin/chromium",
            Args = s_arguments,
        });
        var loadBefore = Conditions.Load;
        var (load, bytes) = await FirstLoads(browser, server.Address);
        await using var page = await ProbedPage.Open(browser, server.Address);
        var (levers, work) = (new List<Latencies>(), new List<string>());
        foreach (var (name, action, aim) in new[]
        {
            ("tariff, one movement", "tariffs", TradeAimMs),
            ("paperless trade, one movement", "smooth-trade", TradeAimMs),
            ("time at borders, one movement", "faster-borders", CorridorAimMs),
        })
        {
            levers.Add(await WithWork(name, page, server, work, () => Move(page, new Latencies(name, aim), action)));
        }
        levers.Add(await WithWork(
            "corridor", page, server, work,
            () => Toggle(page, new Latencies("corridor switched off or on", CorridorAimMs))));
        foreach (var (name, action) in new[] { ("tariff", "tariffs"), ("time at borders", "faster-borders") })
        {
            levers.Add(await Drag(page, new Latencies($"{name}, movement while dragging", double.NaN), action));
        }
        output.WriteLine($"{Conditions.Text}, Chromium {browser.Version}, 1440 x 900; load {loadBefore} before, "
            + $"{Conditions.Load} after");
        output.WriteLine();
        output.WriteLine(Latencies.Heading);
        output.WriteLine(load);
        levers.ForEach(output.WriteLine);
        output.WriteLine();
        work.ForEach(output.WriteLine);
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"First load: {bytes.First / 1000.0:f0} kB compressed until the first result is shown, "
            + $"{bytes.All / 1000.0:f0} kB with all that is loaded afterwards; {page.Faults} faults"));
        return page.Faults;
    }

    // Times depend on who else uses the machine, processor time much less: it tells what to expect where nobody does.
    private static async Task<Latencies> WithWork(
        string name, ProbedPage page, BenchmarkServer server, List<string> work, Func<Task<Latencies>> measure)
    {
        var (onServer, onPage, before) = (server.Work, await page.WorkMs(), page.Asked);
        var times = await measure();
        var count = Math.Max(1, page.Asked - before);
        var serverMs = (server.Work - onServer).TotalMilliseconds / count;
        var pageMs = (await page.WorkMs() - onPage) / count;
        work.Add(string.Create(CultureInfo.InvariantCulture,
            $"Processor time each, {name}: server {serverMs:f0} ms, main thread of the page {pageMs:f0} ms"));
        return times;
    }

    // A context has no cache, so every load is a first one.
    private static async Task<(Latencies Load, (long First, long All) Bytes)> FirstLoads(IBrowser browser, Uri address)
    {
        var (load, first, all) = (new Latencies("first load to first result", LoadAimMs), 0L, 0L);
        for (var time = 0; time < Loads; time++)
        {
            await using var page = await ProbedPage.Open(browser, address);
            load.Add(page.LoadMs);
            (first, all) = (Math.Max(first, page.BytesToResult), Math.Max(all, await page.AllBytes()));
        }
        return (load, (first, all));
    }

    // Single movements, each after the answer to the last is painted; to and fro, never twice at one place.
    private static async Task<Latencies> Move(ProbedPage page, Latencies times, string action)
    {
        await page.Grab(action);
        for (var step = 0; step < Movements; step++)
        {
            var (painted, answered) = await page.MoveTo(0.05 + 0.9 * (step * 0.6180339887 % 1));
            // the first ones pay for code that is compiled at its first use
            if (step >= Movements / 10)
            {
                times.Add(painted, answered);
            }
        }
        await page.LetGo();
        return times;
    }

    // At each place of the slider of borders every set of corridors, one click apart: no state is met twice.
    private static async Task<Latencies> Toggle(ProbedPage page, Latencies times)
    {
        for (var click = 0; click < Toggles; click++)
        {
            if (click % 8 == 0)
            {
                await page.Grab("faster-borders");
                await page.MoveTo(0.1 + 0.01 * click);
                await page.LetGo();
            }
            // the switch that a Gray code turns next, so that eight clicks pass all eight sets and return
            var (painted, answered) =
                await page.Click(s_corridors[click % 8 == 7 ? 2 : int.TrailingZeroCount(click % 8 + 1)]);
            times.Add(painted, answered);
        }
        return times;
    }

    // A pointer that does not wait: for each movement the time until an answer is painted that knows it.
    private static async Task<Latencies> Drag(ProbedPage page, Latencies times, string action)
    {
        await page.Grab(action);
        foreach (var ms in await page.Drag(Movements))
        {
            times.Add(ms);
        }
        await page.LetGo();
        return times;
    }
}
