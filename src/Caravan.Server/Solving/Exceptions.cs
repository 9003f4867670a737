namespace Caravan.Server.Solving;

/// <summary>Too many wait already.</summary>
internal sealed class BusyException() : Exception("too many requests wait");

/// <summary>A result is too large to be kept.</summary>
internal sealed class KeptSizeException(long bytes) : Exception($"the result has {bytes} bytes")
{
    /// <summary>Its size with the answers of its jobs.</summary>
    public long Bytes => bytes;
}

/// <summary>An answer took longer than is allowed.</summary>
internal sealed class SolveTimeException() : Exception("the answer took too long");
