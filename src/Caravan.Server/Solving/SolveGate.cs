using System.Threading.RateLimiting;
using Caravan.Server.Hosting;

namespace Caravan.Server.Solving;

/// <summary>Lets so many computations in at a time, so many wait, and turns the others away.</summary>
internal sealed class SolveGate(ServerLimits limits, ServerMetrics metrics) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = limits.Concurrent,
        QueueLimit = limits.Queue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private int _inside;

    /// <summary>Computations going on.</summary>
    public int Inside => _inside;

    /// <summary>Requests waiting.</summary>
    public int Waiting => (int)(_limiter.GetStatistics()?.CurrentQueuedCount ?? 0);

    /// <summary>What the work gives, computed on its own thread.</summary>
    /// <param name="work">Gets the threads that it may use, which change no result, and when to stop.</param>
    /// <param name="clientGone">Stops waiting and working.</param>
    /// <exception cref="BusyException">Too many wait.</exception>
    /// <exception cref="SolveTimeException">The work took too long.</exception>
    public async Task<T> Run<T>(Func<int, CancellationToken, T> work, CancellationToken clientGone)
    {
        using var lease = await _limiter.AcquireAsync(1, clientGone);
        if (!lease.IsAcquired)
        {
            metrics.Rejected();
            throw new BusyException();
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(clientGone);
        stop.CancelAfter(limits.SolveTime);
        // who is alone has all cores, who is not has one
        var threads = Interlocked.Increment(ref _inside) == 1 ? limits.Concurrent : 1;
        try
        {
            return await Task.Run(() => work(threads, stop.Token), stop.Token);
        }
        catch (OperationCanceledException) when (!clientGone.IsCancellationRequested)
        {
            throw new SolveTimeException();
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    public void Dispose() => _limiter.Dispose();
}
