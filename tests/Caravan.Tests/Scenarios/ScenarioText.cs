using Caravan.Data;
using Caravan.Network;
using Caravan.Scenarios;
using Caravan.Scenarios.Compiling;
using Caravan.Scenarios.Parsing;
using Caravan.Scenarios.Resolving;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios;

/// <summary>Scenario files made for one test, in a folder of their own that goes when the test ends.</summary>
internal sealed class ScenarioText : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caravan-").FullName;

    public ScenarioText(string yaml) => Write("s.yaml", yaml);

    public string Path => System.IO.Path.Combine(_folder, "s.yaml");

    public string Folder => _folder;

    /// <summary>A file whose actions are these lines, each a mapping in braces.</summary>
    public static ScenarioText WithActions(params string[] actions) => new(
        "caravan: 1\nname: Test\nbaseline: tiny\nmembers: [AAA, BBB]\nactions:\n"
        + string.Concat(actions.Select(action => $"  - {action}\n")));

    public ScenarioText Write(string name, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(_folder, name), text.ReplaceLineEndings("\n"));
        return this;
    }

    public LoadedScenario Load(params string[] overrides) => ScenarioFile.Load(Path, overrides);

    public Scenario Resolve(params string[] overrides) => ScenarioFile.Resolve(
        Load(overrides), TinyWorld.Create(), TinyNetwork.Model);

    /// <summary>The shock on the tiny world, every cell written out.</summary>
    public TradeShock Compile(params string[] overrides)
    {
        var issues = new IssueList();
        var baseline = TinyWorld.Create();
        var scenario = ScenarioResolver.Resolve(Load(overrides).Draft, baseline, issues, TinyNetwork.Model);
        issues.ThrowIfAny();
        var shock = ShockCompiler.Compile(scenario, baseline, issues);
        issues.ThrowIfAny();
        return shock.Dense(baseline.TariffRate);
    }

    /// <summary>The edits of the tiny network; null without levers on it.</summary>
    public NetworkEdits? CompileNetwork(params string[] overrides) =>
        NetworkCompiler.Compile(Resolve(overrides), TinyWorld.Create(), TinyNetwork.Model);

    /// <summary>Every problem, one a line, with the folder taken out of the names.</summary>
    public string Problems(params string[] overrides) => Problems(TinyWorld.Create(), overrides);

    public string Problems(Baseline? baseline, params string[] overrides) => string.Concat(
        ScenarioFile.Check(Path, baseline, overrides, TinyNetwork.Model)
            .Select(issue => $"{issue}\n".Replace(_folder + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal)));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
