namespace Caravan.Server.Storage;

/// <summary>The database cannot be opened; the message says which and why, without its secrets.</summary>
internal sealed class StorageException(string message, Exception? cause = null) : Exception(message, cause);
