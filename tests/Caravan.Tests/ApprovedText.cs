namespace Caravan.Tests;

/// <summary>
/// Compares text with <c>Approved/NAME.txt</c>. On a difference the text received is written beside it as
/// <c>NAME.received.txt</c>; when it is right, rename it, or run the tests with CARAVAN_APPROVE=1.
/// </summary>
internal static class ApprovedText
{
    /// <summary>True where CARAVAN_APPROVE=1 asks for the approved texts to be written anew.</summary>
    public static bool Renew => Environment.GetEnvironmentVariable("CARAVAN_APPROVE") == "1";

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
