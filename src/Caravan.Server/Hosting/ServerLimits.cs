namespace Caravan.Server.Hosting;

/// <summary>How much one client, and all together, may ask for.</summary>
internal sealed record ServerLimits
{
    /// <summary>Largest body of a request, bytes. Default 256 kB.</summary>
    public int BodyBytes { get; init; } = 256 * 1024;

    /// <summary>Largest result that is kept, with the answers of its jobs, bytes of JSON. Default 32 MB.</summary>
    public int KeptBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Longest time that one answer may be computed, waiting not included. Default 10 s.</summary>
    public TimeSpan SolveTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Answers computed at the same time. Default one a core.</summary>
    public int Concurrent { get; init; } = Environment.ProcessorCount;

    /// <summary>Requests that wait for their turn; more are told to come back. Default 32.</summary>
    public int Queue { get; init; } = 32;

    /// <summary>Seconds after which who was turned away may come back. Default 1.</summary>
    public int RetryAfterSeconds { get; init; } = 1;

    /// <summary>Most actions of a scenario. Default 64, as many as can be told apart.</summary>
    public int Actions { get; init; } = 64;

    /// <summary>Connections open at the same time. Default 500.</summary>
    public int Connections { get; init; } = 500;

    /// <summary>Jobs that are not finished. Default 32.</summary>
    public int Jobs { get; init; } = 32;

    /// <summary>Longest time of a job. Default 30 minutes.</summary>
    public TimeSpan JobTime { get; init; } = TimeSpan.FromMinutes(30);
}
