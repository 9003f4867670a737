namespace Caravan.Cli;

/// <summary>What the process tells its caller; documented in README.md and <c>caravan help</c>.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A run did not converge, a replication failed, or no way leads to a place.</summary>
    public const int NotConverged = 1;

    /// <summary>Bad input: arguments, scenario or data.</summary>
    public const int BadInput = 2;

    /// <summary>Environment: a missing or unwritable file or folder.</summary>
    public const int Environment = 3;

    /// <summary>A fault of Caravan itself.</summary>
    public const int Fault = 70;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Cancelled = 130;
}
