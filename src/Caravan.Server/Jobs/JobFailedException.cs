namespace Caravan.Server.Jobs;

/// <summary>Long work came to an end without an answer; the message says why.</summary>
internal sealed class JobFailedException(string message) : Exception(message);
