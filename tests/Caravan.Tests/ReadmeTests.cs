using System.Text.RegularExpressions;
using Caravan.Data.Loading;
using Caravan.Numerics;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Tests.Cli;

namespace Caravan.Tests;

/// <summary>What README.md shows is what happens.</summary>
public sealed class ReadmeTests : IDisposable
{
    private const string Pack = "china-central-asia";

    private readonly string _folder = Directory.CreateTempSubdirectory("caravan-readme-").FullName;

    private static string File => Path.Combine(Repository.Root, "README.md");

    public static TheoryData<string> Commands => [.. System.IO.File.ReadLines(File)
        .Select(line => Regex.Match(line, @"^ *(?:\$ )?\./caravan (?<args>[^#>]+)").Groups["args"].Value.Trim())
        // a server runs until it is stopped; ServeCommandTests starts and stops it
        .Where(args => args.Length > 0 && args != "serve")
        .Distinct()];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_of_the_readme_works(string args)
    {
        System.IO.File.WriteAllText(Path.Combine(_folder, "my-package.yaml"), Block("yaml"));
        var words = args.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words[0] == "replicate")
        {
            // the optional folder of published inputs stands beside the project, not beside this test
            words = [.. words, "--fixtures", Path.Combine(Repository.Shared, "fixtures")];
        }
        var (code, output, error) = ProcessTests.Execute(_folder, words);
        var lacking = (words[0] == "replicate" && !Repository.HasShared)
            || (words[0] == "share" && !LinearSolver.IsAvailable);
        var expected = lacking ? 3 : 0;
        Assert.True(code == expected, $"{args}: exit code {code}\n{error}");
        Assert.NotEqual("", output + error);
    }

    [Fact]
    public void Table_of_the_readme_is_what_the_command_prints_first()
    {
        var whole = CommandCall.Run("run", Pack).Out.Trim('\n');
        var tables = whole[..whole.IndexOf("\n\nGroups", StringComparison.Ordinal)];
        var printed = CommandCall.Steady(tables);
        var shown = Block("text").Trim('\n');
        if (ApprovedText.Renew && CommandCall.Steady(shown) != printed)
        {
            var text = System.IO.File.ReadAllText(File);
            System.IO.File.WriteAllText(File, text.Replace(shown, tables));
            return;
        }
        Assert.Equal(printed, CommandCall.Steady(shown));
    }

    [Fact]
    public void Picture_of_the_readme_is_of_today()
    {
        var loaded = ScenarioFile.Load(Pack);
        var result = ScenarioRunner.Run(loaded, Baselines.Load(loaded.Baseline))[0];
        var picture = new StringWriter();
        BarChart.Write(result, picture);
        var file = Path.Combine(Repository.Root, "docs", $"{Pack}.svg");
        if (ApprovedText.Renew)
        {
            System.IO.File.WriteAllText(file, picture.ToString());
        }
        Assert.Equal(picture.ToString(), System.IO.File.ReadAllText(file));
        Assert.Contains($"docs/{Pack}.svg", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Readme_is_short_and_its_links_lead_somewhere()
    {
        var text = System.IO.File.ReadAllText(File);
        Assert.InRange(text.Split('\n').Length, 60, 152);
        foreach (Match link in Regex.Matches(text, @"\]\((?<path>[^)#:]+)\)"))
        {
            var path = Path.Combine(Repository.Root, link.Groups["path"].Value);
            Assert.True(Path.Exists(path), path);
        }
    }

    // the first fenced block of a language
    private static string Block(string language) =>
        Regex.Match(System.IO.File.ReadAllText(File), $"```{language}\n(?<text>.*?)```", RegexOptions.Singleline)
            .Groups["text"].Value;
}
