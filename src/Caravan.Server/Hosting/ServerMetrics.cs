using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Caravan.Server.Hosting;

/// <summary>Counts since the start, in the text format that Prometheus reads.</summary>
internal sealed class ServerMetrics
{
    private static readonly double[] s_bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<(string Method, string Route, int Status), Counter> _requests = new();
    private readonly ConcurrentDictionary<string, Histogram> _durations = new();
    private readonly ConcurrentDictionary<string, Counter> _solves = new();
    private readonly ConcurrentDictionary<string, Counter> _jobs = new();
    private readonly Histogram _solveSeconds = new();
    private readonly Counter _warmStarts = new();
    private readonly Counter _rejected = new();

    public void Answered(string method, string route, int status, double seconds)
    {
        // a method is the client's own word
        var known = method is "GET" or "POST" or "DELETE" or "HEAD" or "OPTIONS" or "PUT" ? method : "other";
        _requests.GetOrAdd((known, route, status), _ => new()).Add();
        _durations.GetOrAdd(route, _ => new()).Add(seconds);
    }

    public void Solved(string status, double seconds, bool warm)
    {
        _solves.GetOrAdd(status, _ => new()).Add();
        _solveSeconds.Add(seconds);
        if (warm)
        {
            _warmStarts.Add();
        }
    }

    public void Rejected() => _rejected.Add();

    public void JobEnded(string state) => _jobs.GetOrAdd(state, _ => new()).Add();

    /// <summary>Everything counted, and what is going on now.</summary>
    public string Write(int solving, int waiting, bool ready)
    {
        var text = new StringBuilder();
        Head("caravan_http_requests_total", "counter", "Requests answered.");
        foreach (var ((method, route, status), count) in _requests.OrderBy(one => one.Key))
        {
            Line($"caravan_http_requests_total{{method=\"{method}\",route=\"{route}\",status=\"{status}\"}}",
                count.Value);
        }
        Head("caravan_http_request_seconds", "histogram", "Time from request to answer.");
        foreach (var (route, times) in _durations.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            Histogram("caravan_http_request_seconds", $"route=\"{route}\"", times);
        }
        Head("caravan_solves_total", "counter", "Scenarios solved, by how the solve ended.");
        foreach (var (status, count) in _solves.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            Line($"caravan_solves_total{{status=\"{status}\"}}", count.Value);
        }
        Head("caravan_solve_seconds", "histogram", "Time of a solve, waiting not included.");
        Histogram("caravan_solve_seconds", "", _solveSeconds);
        Head("caravan_warm_starts_total", "counter", "Solves that began where an earlier one ended.");
        Line("caravan_warm_starts_total", _warmStarts.Value);
        Head("caravan_rejected_total", "counter", "Requests turned away because too many waited.");
        Line("caravan_rejected_total", _rejected.Value);
        Head("caravan_jobs_total", "counter", "Jobs ended, by how.");
        foreach (var (state, count) in _jobs.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            Line($"caravan_jobs_total{{state=\"{state}\"}}", count.Value);
        }
        Head("caravan_solving", "gauge", "Answers being computed.");
        Line("caravan_solving", solving);
        Head("caravan_waiting", "gauge", "Requests waiting for their turn.");
        Line("caravan_waiting", waiting);
        Head("caravan_ready", "gauge", "1 when warm.");
        Line("caravan_ready", ready ? 1 : 0);
        return text.ToString();

        void Head(string name, string kind, string help) => text.Append(
            CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {kind}\n");

        void Line(string name, double value) => text.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");

        void Histogram(string name, string label, Histogram times)
        {
            var (counts, sum) = times.Read();
            var before = label.Length > 0 ? label + "," : "";
            long below = 0;
            for (var bound = 0; bound < s_bounds.Length; bound++)
            {
                below += counts[bound];
                var limit = string.Create(CultureInfo.InvariantCulture, $"{before}le=\"{s_bounds[bound]}\"");
                Line($"{name}_bucket{{{limit}}}", below);
            }
            below += counts[^1];
            Line($"{name}_bucket{{{before}le=\"+Inf\"}}", below);
            Line(label.Length > 0 ? $"{name}_sum{{{label}}}" : $"{name}_sum", sum);
            Line(label.Length > 0 ? $"{name}_count{{{label}}}" : $"{name}_count", below);
        }
    }

    private sealed class Counter
    {
        private long _value;

        public long Value => Interlocked.Read(ref _value);

        public void Add() => Interlocked.Increment(ref _value);
    }

    private sealed class Histogram
    {
        private readonly Lock _lock = new();
        private readonly long[] _counts = new long[s_bounds.Length + 1];
        private double _sum;

        public void Add(double seconds)
        {
            var at = Array.FindIndex(s_bounds, bound => seconds <= bound);
            lock (_lock)
            {
                _counts[at < 0 ? s_bounds.Length : at]++;
                _sum += seconds;
            }
        }

        public (long[] Counts, double Sum) Read()
        {
            lock (_lock)
            {
                return ([.. _counts], _sum);
            }
        }
    }
}
