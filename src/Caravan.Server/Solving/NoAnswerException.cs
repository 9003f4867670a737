namespace Caravan.Server.Solving;

/// <summary>A computation came to an end without an answer; the message says why.</summary>
internal sealed class NoAnswerException(string message) : Exception(message);
