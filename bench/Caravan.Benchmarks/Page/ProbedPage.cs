using System.Text.Json;
using Microsoft.Playwright;

namespace Caravan.Benchmarks.Page;

/// <summary>One open page with a probe that notes when something was moved and when the answer was painted.</summary>
internal sealed class ProbedPage : IAsyncDisposable
{
    private const int BetweenMovesMs = 33;
    private const int QuietMs = 1000;
    private const float PatienceMs = 60_000;

    // Times are the browser's: from the time stamp of the event to the task after the frame that shows the answer. The
    // page is at rest when it says so and nothing on it is marked as old.
    private const string Probe =
        """
        window.probe = { moves: [], answered: -1, answeredAt: 0, painted: [], rested: [], at: 0 };
        const moving = [];
        probe.moved = count => new Promise(done => probe.moves.length > count ? done() : moving.push(done));
        for (const kind of ['input', 'change']) {
          addEventListener(kind, event => {
            if (event.isTrusted && (kind === 'input') === (event.target.type === 'range')) {
              probe.at = event.timeStamp;
              probe.moves.push(event.timeStamp);
              moving.splice(0).forEach(done => done());
            }
          }, true);
        }
        const plain = window.fetch;
        window.fetch = async (...asked) => {
          const upTo = probe.moves.length - 1;
          const answer = await plain(...asked);
          if (String(asked[0]).endsWith('/solve')) {
            const read = answer.json.bind(answer);
            answer.json = async () => {
              const value = await read();
              probe.answered = upTo;
              probe.answeredAt = performance.now();
              return value;
            };
          }
          return answer;
        };
        const afterPaint = () => new Promise(done => requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done(performance.now());
          channel.port2.postMessage(0);
        }));
        const atRest = () => document.querySelector('.app[data-phase=ready] .standings')
          && !document.querySelector('.app[data-stale]');
        // nothing is polled: who polls takes time from what is measured
        const resting = [];
        const rest = () => new Promise(done => atRest() ? done() : resting.push(done));
        probe.ready = rest().then(afterPaint);
        new MutationObserver(() => {
          if (resting.length > 0 && atRest()) {
            resting.splice(0).forEach(done => done());
          }
          const upTo = probe.answered;
          // noted here: who asks from outside may ask when the frame is already over
          if (upTo >= 0 && upTo === probe.moves.length - 1 && !probe.rested[upTo] && atRest()) {
            probe.rested[upTo] = afterPaint();
            moving.splice(0).forEach(done => done());
          }
          if (upTo >= probe.painted.length) {
            afterPaint().then(now => {
              while (probe.painted.length <= upTo) { probe.painted.push(now); }
            });
          }
        }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        probe.shown = () => [...document.querySelectorAll('.standings td')].map(cell => cell.textContent).join();
        probe.shownAfter = async () => {
          while (!probe.rested[probe.moves.length - 1]) {
            await new Promise(done => moving.push(done));
          }
          return [(await probe.rested[probe.moves.length - 1]) - probe.at, probe.answeredAt - probe.at];
        };
        // only a frame later does the page say that what it shows is old
        probe.rest = async () => {
          await afterPaint();
          await rest();
          await afterPaint();
        };
        """;

    private readonly IBrowserContext _context;
    private readonly IPage _page;
    private readonly ICDPSession _wire;
    private long _bytes;
    private ElementHandleBoundingBoxResult? _slider;

    private ProbedPage(IBrowserContext context, IPage page, ICDPSession wire) =>
        (_context, _page, _wire) = (context, page, wire);

    /// <summary>Milliseconds from the start of the navigation to the frame that shows the first result.</summary>
    public double LoadMs { get; private set; }

    /// <summary>Bytes on the wire until then, headers included.</summary>
    public long BytesToResult { get; private set; }

    /// <summary>Movements that changed nothing, and errors of the page.</summary>
    public int Faults { get; private set; }

    /// <summary>Movements and clicks so far.</summary>
    public int Asked { get; private set; }

    public static async Task<ProbedPage> Open(IBrowser browser, Uri address)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(PatienceMs);
        await context.AddInitScriptAsync(Probe);
        var page = await context.NewPageAsync();
        var wire = await context.NewCDPSessionAsync(page);
        var probed = new ProbedPage(context, page, wire);
        page.PageError += (_, _) => probed.Faults++;
        wire.Event("Network.loadingFinished").OnEvent += (_, data) =>
            probed._bytes += (long)(data?.GetProperty("encodedDataLength").GetDouble() ?? 0);
        await wire.SendAsync("Network.enable");
        await wire.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        await page.GotoAsync(address.ToString());
        probed.LoadMs = await page.EvaluateAsync<double>("() => probe.ready");
        probed.BytesToResult = probed._bytes;
        await probed.AllBytes();
        return probed;
    }

    /// <summary>Processor time that the main thread of the page has used so far, which other programs do not lengthen;
    /// milliseconds.</summary>
    public async Task<double> WorkMs()
    {
        var metrics = (await _wire.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        return 1000 * metrics.EnumerateArray().First(one => one.GetProperty("name").GetString() == "ThreadTime")
            .GetProperty("value").GetDouble();
    }

    /// <summary>Bytes on the wire, as soon as none have come for a while.</summary>
    public async Task<long> AllBytes()
    {
        for (var before = -1L; before != _bytes; await Task.Delay(QuietMs))
        {
            before = _bytes;
        }
        return _bytes;
    }

    /// <summary>Takes hold of the slider of an action.</summary>
    public async Task Grab(string action)
    {
        var slider = _page.Locator($"input[type=range][data-action='{action}']").First;
        await slider.ScrollIntoViewIfNeededAsync();
        var box = await slider.BoundingBoxAsync() ?? throw new InvalidOperationException($"no slider for {action}");
        _slider = new() { X = box.X, Y = box.Y, Width = box.Width, Height = box.Height };
        await _page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await _page.Mouse.DownAsync();
        await Rest();
    }

    /// <summary>Moves the slider to a part of its length, 0 to 1; milliseconds until the answer is read and painted.
    /// </summary>
    public Task<(double Painted, double Answered)> MoveTo(double part) => Timed(() => PointAt(part));

    /// <summary>Moves to and fro without waiting; for each movement the time until an answer to it is painted.
    /// </summary>
    public async Task<double[]> Drag(int movements)
    {
        var first = await _page.EvaluateAsync<int>("() => probe.moves.length");
        for (var step = 0; step < movements; step++)
        {
            await PointAt(0.5 + 0.4 * Math.Sin(step / 7.0));
            await Task.Delay(BetweenMovesMs);
        }
        await Rest();
        await _page.WaitForFunctionAsync("() => probe.painted.length >= probe.moves.length");
        return await _page.EvaluateAsync<double[]>(
            "first => probe.moves.slice(first).map((at, i) => probe.painted[first + i] - at)", first);
    }

    public async Task LetGo()
    {
        await _page.Mouse.UpAsync();
        await Rest();
    }

    /// <summary>Clicks the switch of the action with a title; milliseconds until the answer is read and painted.
    /// </summary>
    public async Task<(double Painted, double Answered)> Click(string title)
    {
        var control = _page.Locator($"article.lever[aria-label='{title}'] label.switch");
        await control.ScrollIntoViewIfNeededAsync();
        return await Timed(() => control.ClickAsync());
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private async Task PointAt(double part)
    {
        var box = _slider ?? throw new InvalidOperationException("nothing is grabbed");
        await _page.Mouse.MoveAsync((float)(box.X + part * box.Width), box.Y + box.Height / 2);
    }

    private async Task<(double Painted, double Answered)> Timed(Func<Task> move)
    {
        var before = await _page.EvaluateAsync<JsonElement>("() => [probe.moves.length, probe.shown()]");
        Asked++;
        await move();
        await _page.EvaluateAsync("count => probe.moved(count)", before[0].GetInt32());
        var ms = await _page.EvaluateAsync<double[]>("() => probe.shownAfter()");
        if (await _page.EvaluateAsync<string>("() => probe.shown()") == before[1].GetString())
        {
            Faults++;
        }
        return (ms[0], ms[1]);
    }

    private async Task Rest() => await _page.EvaluateAsync("() => probe.rest()");
}
