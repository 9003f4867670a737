using System.Text.RegularExpressions;

namespace Caravan.Tests;

/// <summary>
/// Tables of the documentation that tests make, between <c>&lt;!-- NAME --&gt;</c> and <c>&lt;!-- end of NAME --&gt;</c>.
/// When one is out of date, look at the difference and run the tests with CARAVAN_APPROVE=1.
/// </summary>
internal static class PageSection
{
    public static void Check(string page, string name, string made)
    {
        var file = Path.Combine(Repository.Root, "docs", page);
        var text = File.ReadAllText(file);
        var section = new Regex(
            $"(?<=<!-- {name} -->\n)(?<text>.*?)(?=<!-- end of {name} -->)", RegexOptions.Singleline);
        Assert.Matches(section, text);
        var shown = section.Match(text).Value.Trim('\n');
        if (ApprovedText.Renew && shown != made.Trim('\n'))
        {
            File.WriteAllText(file, section.Replace(text, $"\n{made}\n"));
            return;
        }
        Assert.Equal(made.Trim('\n'), shown);
    }
}
