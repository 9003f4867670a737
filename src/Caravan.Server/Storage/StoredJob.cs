namespace Caravan.Server.Storage;

/// <summary>Long work as the database knows it.</summary>
internal sealed class StoredJob
{
    public string Id { get; init; } = "";

    public string Kind { get; init; } = "";

    /// <summary>What was asked for, as JSON.</summary>
    public string Request { get; init; } = "";

    public string State { get; init; } = JobState.Queued;

    public long Done { get; init; }

    public long Total { get; init; }

    /// <summary>What came out, as compressed JSON; null until done.</summary>
    public byte[]? Result { get; init; }

    /// <summary>Why it failed, in a sentence.</summary>
    public string? Problem { get; init; }

    /// <summary>How often a server began it.</summary>
    public long Attempts { get; init; }
}
