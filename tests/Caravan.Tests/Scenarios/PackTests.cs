using Caravan.Scenarios;

namespace Caravan.Tests.Scenarios;

public class PackTests
{
    public static TheoryData<string> Names => [.. Packs.Names];

    [Fact]
    public void The_promised_packs_ship() => Assert.Equal(
        [
            "autarky", "belt-and-road-planned", "belt-and-road-transport", "belt-and-road-undone", "china-central-asia",
            "china-us-coordination", "global-governance", "middle-corridor", "null", "rebalancing", "red-sea-closed",
            "suez-blocked", "tariff-war", "twenty-paths",
        ],
        Packs.Names.ToArray());

    [Theory]
    [MemberData(nameof(Names))]
    public void Pack_parses_and_tells_where_its_sizes_come_from(string name)
    {
        var text = Packs.Read(name);
        var pack = ScenarioFile.Load(name);
        Assert.StartsWith("# yaml-language-server: $schema=caravan.schema.json\n", text);
        Assert.NotEmpty(pack.Name);
        Assert.NotEmpty(pack.Summary);
        Assert.True(name == "null" || pack.Sources.Length > 0);
        Assert.All(pack.Draft.Actions, action => Assert.NotEmpty(action.Source));
        Assert.All(pack.Draft.Actions, action => Assert.NotEmpty(action.Title));
    }

    [Fact]
    public void Twenty_paths_has_every_path_as_an_action_or_as_not_expressed()
    {
        var pack = ScenarioFile.Load("twenty-paths").Draft;
        var done = pack.Actions.Select(action => action.Title.Split('.')[0]);
        var open = pack.NotExpressed.Select(sentence => sentence.Split('.')[0]);
        Assert.Equal(Enumerable.Range(1, 20), done.Concat(open).Select(int.Parse).Distinct().Order());
    }

    [Fact]
    public void Unknown_pack_names_the_nearest()
    {
        var issue = Assert.Single(ScenarioFile.Check("china-central-azia"));
        Assert.Equal("china-central-azia: no such file and no shipped pack of that name; did you mean china-central-asia?",
            issue.ToString());
    }
}
