using Caravan.Data.Loading;

namespace Caravan.Tests.Cli;

/// <summary>A folder with the tiny baseline and scenarios for it, removed at the end.</summary>
public sealed class TinyScenario : IDisposable
{
    public TinyScenario()
    {
        BaselineFolder.Write(TinyWorld.Create(), Path.Combine(Folder, "tiny"));
        Write("freer-trade.yaml", Text("Freer trade", "importers: members, exporters: members, to: 0"));
        Write("closed-trade.yaml", Text("Closed trade", "importers: members, exporters: members, to: 30%"));
        Write("wrong.yaml", """
            caravan: 1
            name: Wrong in many ways
            membres: [AAA, BBB]
            members: [AAA, BBX]
            actions:
              - {id: one, lever: tarif, importers: members, exporters: members, to: 0}
              - {id: one, lever: tariff, importers: members, exporters: members, to: twelve}
            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("caravan-cli-").FullName;

    public string Baseline => Path.Combine(Folder, "tiny");

    public string FreerTrade => Path.Combine(Folder, "freer-trade.yaml");

    public string ClosedTrade => Path.Combine(Folder, "closed-trade.yaml");

    public string Wrong => Path.Combine(Folder, "wrong.yaml");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public string Write(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private string Text(string name, string tariff) => $$"""
        caravan: 1
        name: {{name}}
        summary: An invented package for tests.
        sources: ["invented"]
        baseline: {{Baseline}}
        members: [AAA, BBB]
        actions:
          - {id: tariffs, title: Tariffs between members, lever: tariff, by: [AAA, BBB], {{tariff}}, source: invented}
        """;
}
