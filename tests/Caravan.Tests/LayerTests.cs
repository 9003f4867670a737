using System.Text.RegularExpressions;

namespace Caravan.Tests;

public class LayerTests
{
    // Who may name whom: the architecture in one table. Change it only on purpose.
    private static readonly Dictionary<string, string[]> s_mayName = new()
    {
        ["Numerics"] = [],
        ["Data"] = ["Numerics"],
        ["Network"] = ["Data", "Numerics"],
        ["Trade"] = ["Data", "Numerics"],
        ["Estimation"] = ["Data", "Numerics"],
        ["Finance"] = ["Numerics"],
        ["Cooperation"] = ["Numerics"],
        ["Scenarios"] = ["Network", "Trade", "Estimation", "Finance", "Cooperation", "Data", "Numerics"],
        ["Reporting"] = ["Scenarios", "Data"],
    };

    private static string Library => Path.Combine(Repository.Root, "src", "Caravan");

    [Fact]
    public void Library_folders_are_the_layers()
    {
        var folders = Directory.GetDirectories(Library).Select(Path.GetFileName)
            .Except(["bin", "obj"]).Order().ToArray();
        Assert.Empty(folders.Except(s_mayName.Keys));
        Assert.Contains("Trade", folders);
    }

    [Fact]
    public void Each_layer_names_only_the_layers_it_stands_on()
    {
        // "using Caravan.Trade;", "Caravan.Trade.TradeModel" and "Trade.TradeModel", which resolves from the parent
        var names = string.Join('|', s_mayName.Keys.Select(layer =>
            $@"(?<layer>{layer})(?:\.(?:{string.Join('|', TypeNames(layer).Append("Loading"))})\b|;)"));
        var mention = new Regex($@"(?<![\w.])(?:Caravan\.)?(?:{names})");
        var offences = new List<string>();
        foreach (var (layer, allowed) in s_mayName)
        {
            foreach (var file in SourceFiles(layer))
            {
                var code = WithoutCommentsAndStrings(File.ReadAllText(file));
                offences.AddRange(mention.Matches(code).Select(match => match.Groups["layer"].Value)
                    .Where(named => named != layer && !allowed.Contains(named))
                    .Select(named => $"{Path.GetRelativePath(Library, file)} names {named}"));
            }
        }
        Assert.Empty(offences.Distinct());
        Assert.Matches(mention, "using Caravan.Trade;");
        Assert.Matches(mention, "var model = new Trade.TradeModel(baseline);");
        Assert.DoesNotMatch(mention, "return baseline.Trade.Values;");
    }

    [Fact]
    public void Server_names_the_library_and_nothing_else_of_ours()
    {
        var project = File.ReadAllText(Path.Combine(Repository.Root, "src", "Caravan.Server", "Caravan.Server.csproj"));
        var reference = Assert.Single(Regex.Matches(project, "<ProjectReference Include=\"([^\"]+)\""));
        Assert.Equal("../Caravan/Caravan.csproj", reference.Groups[1].Value);
        foreach (var other in new[] { "Caravan", "Caravan.Cli" })
        {
            var files = Directory.GetFiles(Path.Combine(Repository.Root, "src", other), "*.cs", SearchOption.AllDirectories);
            Assert.All(files, file => Assert.DoesNotContain("Caravan.Server;", File.ReadAllText(file)));
        }
    }

    [Fact]
    public void Each_file_is_in_the_namespace_of_its_folder()
    {
        foreach (var file in s_mayName.Keys.SelectMany(SourceFiles))
        {
            var folder = Path.GetDirectoryName(Path.GetRelativePath(Library, file))!;
            var expected = "namespace Caravan." + folder.Replace(Path.DirectorySeparatorChar, '.') + ";";
            Assert.Contains(expected, File.ReadAllText(file));
        }
    }

    private static IEnumerable<string> SourceFiles(string layer)
    {
        var folder = Path.Combine(Library, layer);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories) : [];
    }

    private static IEnumerable<string> TypeNames(string layer) =>
        SourceFiles(layer).Select(file => Path.GetFileName(file).Split('.')[0]).Distinct();

    private static string WithoutCommentsAndStrings(string code) =>
        Regex.Replace(code, @"//[^\n]*|""(?:[^""\\\n]|\\.)*""", "");
}
