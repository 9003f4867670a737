using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Caravan.Benchmarks.Page;

/// <summary>
/// Many people who drag a slider of the page at the same time: each sends what the page sends and, as the page does,
/// the next movement as soon as the answer to the last has come. Ends by itself after a time or a number of answers.
/// </summary>
internal static class UserLoad
{
    private const int Users = 20;
    private const int MostAnswers = 6_000;
    private const double AimMs = 500;

    // of every four users one drags the time at borders and three a lever of trade
    private const int BorderEvery = 4;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_length = TimeSpan.FromSeconds(30);

    /// <summary>The number of errors.</summary>
    public static async Task<int> Run(TextWriter output)
    {
        await using var server = await BenchmarkServer.Start();
        var (trade, border) = (new Latencies($"{Users} users, a lever of trade", AimMs),
            new Latencies($"{Users} users, time at borders", AimMs));
        var faults = new Dictionary<string, int>(StringComparer.Ordinal);
        var (answers, bytes, loadBefore) = (0, 0L, Conditions.Load);
        var clock = Stopwatch.StartNew();
        var workBefore = TimeSpan.Zero;
        await Task.WhenAll(Enumerable.Range(0, Users).Select(user => Task.Run(() => Drag(user))));
        var (seconds, work) = ((clock.Elapsed - s_warmUp).TotalSeconds, server.Work - workBefore);
        output.WriteLine($"{Conditions.Text}; load {loadBefore} before, {Conditions.Load} after");
        output.WriteLine();
        output.WriteLine(Latencies.Heading);
        output.WriteLine(trade);
        output.WriteLine(border);
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{answers} answers in {seconds:f0} s, {answers / seconds:f1} a second, "
            + $"{bytes / Math.Max(answers, 1) / 1000.0:f0} kB each; "
            + $"{1000 * work.TotalSeconds / Math.Max(answers, 1):f0} ms of processor time each; "
            + $"{faults.Values.Sum()} errors"));
        foreach (var (what, times) in faults)
        {
            output.WriteLine($"error: {what} ({times} times)");
        }
        return faults.Values.Sum();

        async Task Drag(int user)
        {
            var isBorder = user % BorderEvery == BorderEvery - 1;
            using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.Brotli };
            using var client = new HttpClient(handler) { BaseAddress = new Uri(server.Address, "api/v1/") };
            var pack = JsonNode.Parse(await client.GetStringAsync("packs/china-central-asia"))!;
            string? token = null;
            for (var step = 0; clock.Elapsed < s_warmUp + s_length && answers < MostAnswers; step++)
            {
                var counts = clock.Elapsed > s_warmUp;
                if (counts && workBefore == TimeSpan.Zero)
                {
                    workBefore = server.Work;
                }
                // every user at another place of the slider, so that no answer is known already
                var size = -(10 + (user * 3.7 + step * 0.61) % 80);
                using var body = new StringContent(
                    Question(pack, isBorder, size, token), Encoding.UTF8, "application/json");
                var sent = Stopwatch.GetTimestamp();
                try
                {
                    using var answer = await client.PostAsync("solve", body);
                    var json = await answer.Content.ReadAsByteArrayAsync();
                    if (!answer.IsSuccessStatusCode)
                    {
                        Fault($"HTTP {(int)answer.StatusCode}");
                        continue;
                    }
                    if (counts)
                    {
                        (isBorder ? border : trade).Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                        Interlocked.Increment(ref answers);
                        Interlocked.Add(ref bytes, json.Length);
                    }
                    using var run = JsonDocument.Parse(json);
                    token = run.RootElement.GetProperty("warm_start").GetString();
                    if (run.RootElement.GetProperty("status").GetString() != "converged")
                    {
                        Fault("not converged");
                    }
                }
                catch (HttpRequestException fault)
                {
                    Fault(fault.Message);
                }
            }
        }

        void Fault(string what)
        {
            lock (faults)
            {
                faults[what] = faults.GetValueOrDefault(what) + 1;
            }
        }
    }

    private static string Question(JsonNode pack, bool isBorder, double sizePct, string? token)
    {
        var scenario = pack["scenario"]!.DeepClone();
        var id = isBorder ? "faster-borders" : "tariffs";
        var action = scenario["actions"]!.AsArray().First(one => (string?)one!["id"] == id)!;
        action["change"] = sizePct.ToString("f2", CultureInfo.InvariantCulture) + "%";
        var question = new JsonObject
        {
            ["scenario"] = scenario,
            ["fields"] = new JsonArray("economies", "groups", "inequality"),
            ["rows"] = "arrays",
        };
        if (token is not null)
        {
            question["warm_start"] = token;
        }
        return question.ToJsonString();
    }
}
