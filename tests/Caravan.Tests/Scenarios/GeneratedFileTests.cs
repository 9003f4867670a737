using Caravan.Data.Loading;
using Caravan.Scenarios;

namespace Caravan.Tests.Scenarios;

/// <summary>
/// Files made from the tables of levers and of network columns are up to date. When one is not, the new text is written beside it with
/// <c>.received</c> in its name: look at it and put it in place.
/// </summary>
public class GeneratedFileTests
{
    [Fact]
    public void Schema_is_made_from_the_levers() => Compare("scenarios/caravan.schema.json", ScenarioSchema.ToJson());

    [Fact]
    public void Page_of_levers_is_made_from_the_levers() => Compare("docs/levers.md", LeverPage.ToMarkdown());

    [Fact]
    public void Page_of_network_tables_is_made_from_their_columns() =>
        Compare("docs/network-tables.md", NetworkSchema.ToMarkdown());

    private static void Compare(string path, string made)
    {
        var file = Path.Combine(Repository.Root, path);
        var received = Path.Combine(Repository.Root, "artifacts",
            Path.GetFileNameWithoutExtension(file) + ".received" + Path.GetExtension(file));
        var shipped = File.Exists(file) ? File.ReadAllText(file) : "";
        if (shipped != made)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(received)!);
            File.WriteAllText(received, made);
        }
        Assert.True(shipped == made, $"{path} is out of date; the new text is in {received}");
    }
}
