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

    /// <summary>
    /// Gives the pool of this process as many threads as all computations together can fill, and some for the rest. A
    /// full pool on a busy machine grows by a thread in seconds, and what stops an answer in time waits for one as well:
    /// 0.2 to 1.5 s at sixteen threads that compute on two cores, 0.1 to 0.4 s with threads in reserve.
    /// </summary>
    public void ReserveThreads()
    {
        const int Rest = 8;
        ThreadPool.GetMinThreads(out var workers, out var ports);
        // journeys are searched at four values of a day at once, each on every thread that the answer may use
        ThreadPool.SetMinThreads(Math.Max(workers, 5 * limits.Concurrent + Rest), ports);
    }

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
