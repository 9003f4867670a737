using System.Text;
using System.Text.RegularExpressions;
using Caravan.Cli;

namespace Caravan.Tests.Cli;

/// <summary>What one call of the command line gave.</summary>
internal sealed record CommandCall(int ExitCode, string Out, string Error)
{
    /// <summary>Calls the command line inside this process, 100 columns wide, without colour.</summary>
    public static CommandCall Run(params string[] args) => Run(CancellationToken.None, args);

    public static CommandCall Run(CancellationToken cancellation, params string[] args)
    {
        using var bytes = new MemoryStream();
        var output = new StreamWriter(bytes, new UTF8Encoding(false)) { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(
            args, new Terminal { Out = output, Error = error, OutBytes = bytes, Cancellation = cancellation });
        return new CommandCall(code, Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    /// <summary>All that a person sees, with what differs between machines and moments made the same.</summary>
    public string Transcript(params (string Found, string Shown)[] replacements)
    {
        var text = $"{Out}[standard error]\n{Error}[exit code {ExitCode}]\n";
        foreach (var (found, shown) in replacements)
        {
            text = text.Replace(found, shown);
        }
        return Steady(text);
    }

    /// <summary>Text without what differs between machines and solvers: times, last digits of residuals, hashes.
    /// </summary>
    public static string Steady(string text)
    {
        text = Regex.Replace(text, @"[\d,]+ ms", "N ms");
        text = Regex.Replace(text, @"\d+ iterations\b", "N iterations");
        text = Regex.Replace(text, @"residual \d[\de.+-]*[\de]", "residual R");
        return Regex.Replace(text, @"\([0-9a-f]{8}\)", "(HASH)");
    }
}
