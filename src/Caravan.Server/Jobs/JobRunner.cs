using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Caravan.Data;
using Caravan.Scenarios;
using Caravan.Server.Contracts;
using Caravan.Server.Hosting;
using Caravan.Server.Solving;
using Caravan.Server.Storage;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Caravan.Server.Jobs;

/// <summary>Works on jobs one after the other, and on those that a server left unfinished.</summary>
internal sealed partial class JobRunner(
    JobStore store, Analyses analyses, ServerMetrics metrics, ServerLimits limits, TimeProvider clock,
    IOptions<JsonOptions> json, JobCache cache, ILogger<JobRunner> log) : BackgroundService
{
    // a job that ended the process so often is not begun again
    private const int MostAttempts = 3;

    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(1);

    private readonly string _owner = Guid.NewGuid().ToString("N");
    private readonly SemaphoreSlim _wake = new(0);
    private readonly ConcurrentDictionary<string, Current> _running = new();

    /// <summary>Looks for work now and not at the next round.</summary>
    public void Wake() => _wake.Release();

    /// <summary>How far a job has come that runs here, newer than what the database knows; null for others.</summary>
    public RunProgress? ProgressOf(string id) => _running.TryGetValue(id, out var current) ? current.Progress : null;

    /// <summary>Stops a job that runs here.</summary>
    public void Stop(string id)
    {
        if (_running.TryGetValue(id, out var current))
        {
            current.Stop.Cancel();
        }
    }

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    if (await store.Claim(_owner, stoppingToken) is { } job)
                    {
                        await Work(job, stoppingToken);
                        continue;
                    }
                }
                catch (Exception trouble) when (trouble is not OperationCanceledException)
                {
                    // a database that is away comes back, and the jobs are in it
                    Lost(log, trouble);
                }
                await _wake.WaitAsync(s_heartbeat, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await store.Release(_owner, CancellationToken.None);
        }
    }

    private async Task Work(StoredJob job, CancellationToken stopping)
    {
        if (job.Attempts > MostAttempts)
        {
            await End(job, JobState.Failed, null, "the server ended in the middle of it three times");
            return;
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var late = new CancellationTokenSource(limits.JobTime, clock);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, late.Token);
        var current = _running[job.Id] = new Current(stop);
        var beat = Beat(job.Id, current, all.Token);
        try
        {
            var request = JsonSerializer.Deserialize<JobRequest>(job.Request, json.Value.SerializerOptions)!;
            var result = await Task.Run(() => analyses.Run(request.Kind ?? job.Kind, request, new AnalysisSettings
            {
                Progress = current,
                CacheFolder = cache.Folder,
            }, all.Token), all.Token);
            await store.Renew(job.Id, _owner, current.Progress.Done, current.Progress.Total, CancellationToken.None);
            await End(job, JobState.Done, SavedStore.Pack(result), null);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // cancelled by its owner, who has said so to the database, or too long
            await End(job, JobState.Failed, null, $"it took longer than {limits.JobTime.TotalMinutes} minutes");
        }
        catch (NoAnswerException failure)
        {
            await End(job, JobState.Failed, null, failure.Message);
        }
        catch (InputException input)
        {
            await End(job, JobState.Failed, null, string.Join("\n", input.Issues.Take(20)));
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not DbException)
        {
            Failed(log, fault, job.Id);
            await End(job, JobState.Failed, null, "a fault of Caravan itself; the log tells it under the job's id");
        }
        finally
        {
            await stop.CancelAsync();
            await beat;
            _running.TryRemove(job.Id, out _);
        }
    }

    private async Task End(StoredJob job, string state, byte[]? result, string? problem)
    {
        await store.Finish(job.Id, _owner, state, result, problem, CancellationToken.None);
        metrics.JobEnded(state);
    }

    // keeps the lease, and hears of a cancellation that another server was told
    private async Task Beat(string id, Current current, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Task.Delay(s_heartbeat, clock, cancellation);
                try
                {
                    if (!await store.Renew(id, _owner, current.Progress.Done, current.Progress.Total, cancellation))
                    {
                        await current.Stop.CancelAsync();
                        return;
                    }
                }
                catch (DbException trouble)
                {
                    Lost(log, trouble);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // the job ended first
        }
    }

    [LoggerMessage(LogLevel.Error, "fault in job {JobId}")]
    private static partial void Failed(ILogger log, Exception fault, string jobId);

    [LoggerMessage(LogLevel.Warning, "the database cannot be reached")]
    private static partial void Lost(ILogger log, Exception trouble);

    private sealed class Current(CancellationTokenSource stop) : IProgress<RunProgress>
    {
        private readonly Lock _lock = new();
        private RunProgress _progress;

        public CancellationTokenSource Stop => stop;

        public RunProgress Progress
        {
            get
            {
                lock (_lock)
                {
                    return _progress;
                }
            }
        }

        public void Report(RunProgress value)
        {
            lock (_lock)
            {
                _progress = value;
            }
        }
    }
}
