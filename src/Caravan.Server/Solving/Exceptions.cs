namespace Caravan.Server.Solving;

/// <summary>Too many wait already.</summary>
internal sealed class BusyException() : Exception("too many requests wait");

/// <summary>An answer took longer than is allowed.</summary>
internal sealed class SolveTimeException() : Exception("the answer took too long");
