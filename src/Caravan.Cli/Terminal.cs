namespace Caravan.Cli;

/// <summary>Where a command reads and writes: data to <see cref="Out"/>, talk to <see cref="Error"/>.</summary>
internal sealed class Terminal
{
    /// <summary>Width of text that goes to a file or a pipe.</summary>
    public const int RedirectedWidth = 100;

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Bytes of standard output, for workbooks and JSON.</summary>
    public required Stream OutBytes { get; init; }

    public int Width { get; init; } = RedirectedWidth;

    public bool Colour { get; init; }

    /// <summary>False where output goes to a file or a pipe.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>False where talk goes to a file or a pipe.</summary>
    public bool ErrorIsInteractive { get; init; }

    /// <summary>Shows stack traces of faults.</summary>
    public bool Debug { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>The process's own terminal. Colour only on a terminal without NO_COLOR (no-color.org).</summary>
    public static Terminal OfProcess(CancellationToken cancellation)
    {
        var interactive = !Console.IsOutputRedirected;
        var bytes = new ProcessOutput(Console.OpenStandardOutput());
        return new Terminal
        {
            Out = new StreamWriter(bytes) { NewLine = "\n", AutoFlush = false },
            Error = Console.Error,
            OutBytes = bytes,
            Width = interactive && Console.WindowWidth > 0 ? Math.Max(60, Console.WindowWidth) : RedirectedWidth,
            IsInteractive = interactive,
            ErrorIsInteractive = !Console.IsErrorRedirected,
            Colour = interactive && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Debug = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CARAVAN_DEBUG")),
            Cancellation = cancellation,
        };
    }
}
