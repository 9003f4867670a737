using System.Globalization;
using System.Text.RegularExpressions;

namespace Caravan.Tests;

/// <summary>
/// Compares text with <c>Approved/NAME.txt</c>. On a difference the text received is written beside it as
/// <c>NAME.received.txt</c>; when it is right, rename it, or run the tests with CARAVAN_APPROVE=1.
/// </summary>
internal static partial class ApprovedText
{
    /// <summary>True where CARAVAN_APPROVE=1 asks for the approved texts to be written anew.</summary>
    public static bool Renew => Environment.GetEnvironmentVariable("CARAVAN_APPROVE") == "1";

    /// <summary>Relative difference allowed in figures in full digits: solved to 1e-10, gains are differences a thousandth the
    /// size of what is solved, and the last digits depend on the processor.</summary>
    public const double FullDigits = 1e-6;

    /// <summary>
    /// As <see cref="Check"/>, for text with figures in full digits: figures of twelve digits and more may differ by
    /// <see cref="FullDigits"/> of their size, everything else must be the same.
    /// </summary>
    public static void CheckFigures(string name, string received)
    {
        var file = Path.Combine(Repository.Root, "tests", "Caravan.Tests", "Approved", name + ".txt");
        Check(name, File.Exists(file) ? WithFiguresOf(File.ReadAllText(file), received) : received);
    }

    /// <summary>The text with each long figure replaced by the approved one where both are equal but for rounding.</summary>
    public static string WithFiguresOf(string approved, string received)
    {
        var figures = LongFigure().Matches(approved).Select(match => match.Value).ToArray();
        var found = LongFigure().Count(received);
        var at = 0;
        return found != figures.Length ? received : LongFigure().Replace(received, match =>
        {
            var (here, there) = (double.Parse(match.Value, CultureInfo.InvariantCulture),
                double.Parse(figures[at], CultureInfo.InvariantCulture));
            var isSame = Math.Abs(here - there) <= FullDigits * Math.Max(Math.Abs(here), Math.Abs(there));
            var other = figures[at++];
            return isSame ? other : match.Value;
        });
    }

    // a trailing zero less makes a figure a digit shorter, so twelve stand for full digits
    [GeneratedRegex(@"-?\d+\.\d{12,}(E-?\d+)?|-?\d+(\.\d+)?E-\d+", RegexOptions.CultureInvariant)]
    private static partial Regex LongFigure();

    public static void Check(string name, string received)
    {
        var folder = Path.Combine(Repository.Root, "tests", "Caravan.Tests", "Approved");
        var approvedFile = Path.Combine(folder, name + ".txt");
        var receivedFile = Path.Combine(folder, name + ".received.txt");
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : "";
        if (approved == received)
        {
            File.Delete(receivedFile);
            return;
        }
        if (Renew)
        {
            File.WriteAllText(approvedFile, received);
            return;
        }
        File.WriteAllText(receivedFile, received);
        var approvedLines = approved.Split('\n');
        var receivedLines = received.Split('\n');
        var line = 0;
        while (line < approvedLines.Length && line < receivedLines.Length && approvedLines[line] == receivedLines[line])
        {
            line++;
        }
        Assert.Fail($"""
            {Path.GetRelativePath(Repository.Root, receivedFile)} differs from the approved text in line {line + 1}
            approved: {approvedLines.ElementAtOrDefault(line)}
            received: {receivedLines.ElementAtOrDefault(line)}
            """);
    }
}
