using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Caravan.Scenarios;
using Caravan.Server.Hosting;
using Caravan.Server.Solving;

namespace Caravan.Tests.Server;

public class LimitTests
{
    [Fact]
    public async Task Body_above_the_limit_is_refused_and_below_is_read()
    {
        await using var server = await RunningServer.Start(
            new ServeOptions { Limits = new ServerLimits { BodyBytes = 10_000 } });
        var padded = Question.Small + "\n#" + new string(' ', 9000);
        await server.Post("/api/v1/solve", new { yaml = padded, fields = Array.Empty<string>() });
        await server.Post(
            "/api/v1/solve", new { yaml = padded + new string(' ', 1000) }, HttpStatusCode.RequestEntityTooLarge);
        // without a length the limit is kept while reading
        using var endless = new StreamContent(new EndlessStream());
        endless.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/solve") { Content = endless };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.ExpectContinue = false;
        try
        {
            using var answer = await server.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // the server may hang up before all was sent, which is as good a refusal
        }
        await server.Get("/health");
    }

    [Fact]
    public void Limits_that_ship_are_those_of_the_contract()
    {
        var limits = new ServerLimits();
        Assert.Equal((256 * 1024, 10.0, 32), (limits.BodyBytes, limits.SolveTime.TotalSeconds, limits.Queue));
        Assert.Equal(Environment.ProcessorCount, limits.Concurrent);
    }

    [Fact]
    public async Task Solve_that_takes_too_long_is_stopped()
    {
        await using var server = await RunningServer.Start(
            new ServeOptions { Limits = new ServerLimits { SolveTime = TimeSpan.FromMilliseconds(1) } });
        var problem = await server.Post("/api/v1/solve",
            new { yaml = Packs.Read("china-central-asia") }, HttpStatusCode.ServiceUnavailable);
        Assert.Contains("job", problem.GetProperty("detail").GetString());
        Assert.Equal(0, server.Service<SolveGate>().Inside);
    }

    [Fact]
    public async Task Pool_has_threads_beside_those_that_compute()
    {
        // else what stops an answer in time would wait for one of them
        await using var server = await RunningServer.Start(
            new ServeOptions { Limits = new ServerLimits { Concurrent = 20 } });
        ThreadPool.GetMinThreads(out var workers, out _);
        Assert.InRange(workers, 5 * 20 + 1, 1000);
    }

    [Fact]
    public async Task Comparison_that_takes_too_long_is_stopped_in_the_middle()
    {
        await using var server = await RunningServer.Start(
            new ServeOptions { Limits = new ServerLimits { SolveTime = TimeSpan.FromSeconds(1) } });
        var yaml = Packs.Read("twenty-paths");
        // each has journeys of its own: nothing is remembered from the one before
        var items = Enumerable.Range(1, 12).Select(number => new
        {
            label = $"side {number}",
            yaml = yaml.Replace("\nactions:\n", "\nactions:\n"
                + $"  - {{id: rail, lever: transport-cost, mode: rail, change: -{number}%, source: invented}}\n"),
        }).ToArray();
        var begun = TimeProvider.System.GetTimestamp();
        await server.Post("/api/v1/compare", new { items }, HttpStatusCode.ServiceUnavailable);
        Assert.InRange(TimeProvider.System.GetElapsedTime(begun).TotalSeconds, 1, 8);
        Assert.Equal(0, server.Service<SolveGate>().Inside);
    }

    [Fact]
    public async Task Requests_beyond_the_queue_are_told_to_come_back()
    {
        await using var server = await RunningServer.Start(
            new ServeOptions { Limits = new ServerLimits { Concurrent = 1, Queue = 1, RetryAfterSeconds = 7 } });
        var gate = server.Service<SolveGate>();
        using var finish = new ManualResetEventSlim();
        var inside = gate.Run((_, stop) => { finish.Wait(stop); return true; }, CancellationToken.None);
        await Until(() => gate.Inside == 1);
        var waiting = server.Client.PostAsJsonAsync("/api/v1/solve", new { yaml = Question.Small });
        await Until(() => gate.Waiting == 1);
        foreach (var path in new[] { "solve", "check", "saved", "bundle" })
        {
            using var answer = await server.Client.PostAsJsonAsync($"/api/v1/{path}", new { yaml = Question.Small });
            await RunningServer.Json(answer, HttpStatusCode.TooManyRequests);
            Assert.Equal(7, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        }
        // reads do not wait for solves
        await server.Get("/api/v1/levers");
        var metrics = await server.Client.GetStringAsync("/metrics");
        Assert.Contains("caravan_rejected_total 4\n", metrics);
        Assert.Contains("caravan_waiting 1\n", metrics);
        finish.Set();
        Assert.True(await inside);
        using var served = await waiting;
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    [Fact]
    public async Task Client_that_leaves_frees_its_place()
    {
        await using var server = await RunningServer.Start(
            new ServeOptions { Limits = new ServerLimits { Concurrent = 1, Queue = 4 } });
        var gate = server.Service<SolveGate>();
        using var finish = new ManualResetEventSlim();
        var inside = gate.Run((_, stop) => { finish.Wait(stop); return true; }, CancellationToken.None);
        await Until(() => gate.Inside == 1);
        using var leave = new CancellationTokenSource();
        var asked = server.Client.PostAsJsonAsync("/api/v1/solve", new { yaml = Question.Small }, leave.Token);
        await Until(() => gate.Waiting == 1);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await Until(() => gate.Waiting == 0);
        finish.Set();
        await inside;
        using var work = new CancellationTokenSource();
        using var begun = new ManualResetEventSlim();
        var left = gate.Run((_, stop) =>
        {
            begun.Set();
            stop.WaitHandle.WaitOne();
            stop.ThrowIfCancellationRequested();
            return true;
        }, work.Token);
        await Until(() => begun.IsSet);
        await work.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal(0, gate.Inside);
    }

    [Fact]
    public async Task Scenario_with_more_actions_than_allowed_is_refused()
    {
        await using var server = await RunningServer.Start(
            new ServeOptions { Limits = new ServerLimits { Actions = 2 } });
        await server.Post("/api/v1/solve", new { yaml = Question.Large(2), fields = Array.Empty<string>() });
        await server.Post("/api/v1/solve", new { yaml = Question.Large(3) }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Jobs_beyond_the_limit_are_told_to_come_back()
    {
        await using var server = await RunningServer.Start(new ServeOptions { Limits = new ServerLimits { Jobs = 0 } });
        await server.Post(
            "/api/v1/jobs", new { kind = "decompose", yaml = Question.Small }, HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Job_that_takes_too_long_fails()
    {
        await using var server = await RunningServer.Start(
            new ServeOptions { Limits = new ServerLimits { JobTime = TimeSpan.FromMilliseconds(20) } });
        var job = await server.Post("/api/v1/jobs",
            new { kind = "decompose", yaml = Question.Large(10), model = "input-output" }, HttpStatusCode.Accepted);
        var state = "";
        for (var look = 0; look < 600 && state is not ("failed" or "done"); look++)
        {
            await Task.Delay(100);
            state = (await server.Get(job.GetProperty("status_url").GetString()!)).GetProperty("state").GetString();
        }
        Assert.Equal("failed", state);
    }

    internal static async Task Until(Func<bool> holds)
    {
        for (var look = 0; look < 1200 && !holds(); look++)
        {
            await Task.Delay(50);
        }
        Assert.True(holds());
    }

    // a string that never ends
    private sealed class EndlessStream : Stream
    {
        private static readonly byte[] s_begin = Encoding.UTF8.GetBytes("{\"yaml\":\"");
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var at = 0; at < count; at++, _position++)
            {
                buffer[offset + at] = _position < s_begin.Length ? s_begin[_position] : (byte)'x';
            }
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
