using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Scenarios.Compiling;
using Caravan.Scenarios.Parsing;
using Caravan.Scenarios.Resolving;

namespace Caravan.Scenarios;

/// <summary>Reads scenario files.</summary>
public static class ScenarioFile
{
    /// <summary>Baseline of a scenario that names none.</summary>
    public const string DefaultBaseline = "world-2023";

    /// <summary>
    /// A scenario read from a shipped pack or a file, with everything checked that needs no baseline.
    /// </summary>
    /// <param name="packNameOrPath">Name of a pack, such as <c>china-central-asia</c>, or path of a YAML file.</param>
    /// <param name="overrides">
    /// Changes of the form <c>path=value</c>, such as <c>tariffs.to=5%</c> or <c>options.model=one-sector</c>, applied
    /// before anything is checked.
    /// </param>
    /// <exception cref="InputException">The file cannot be used; carries every problem found.</exception>
    public static LoadedScenario Load(string packNameOrPath, IReadOnlyList<string>? overrides = null)
    {
        var issues = new IssueList();
        var scenario = Load(packNameOrPath, overrides ?? [], issues);
        issues.ThrowIfAny();
        return scenario!;
    }

    /// <summary>A scenario read from text that stands in no file, with everything checked that needs no baseline.
    /// Tables are inside the text; files beside it there are none.</summary>
    /// <param name="text">YAML, or JSON, which is YAML too.</param>
    /// <param name="name">Name for messages, in place of the file's.</param>
    /// <exception cref="InputException">The text cannot be used; carries every problem found.</exception>
    public static LoadedScenario Parse(string text, string name)
    {
        var issues = new IssueList();
        var scenario = Read(TextSource.Of(text, name), [], issues);
        issues.ThrowIfAny();
        return scenario!;
    }

    /// <summary>The baseline that a scenario asks for, or another one.</summary>
    /// <param name="loaded">A scenario that was read.</param>
    /// <param name="other">Name or path that goes before the scenario's; null for the scenario's own.</param>
    /// <remarks>A folder named in the file is looked for beside the file first.</remarks>
    /// <exception cref="InputException">There is no such baseline, or it has errors; carries all of them.</exception>
    public static Baseline LoadBaseline(LoadedScenario loaded, string? other = null)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        if (other is not null)
        {
            return Baselines.Load(other);
        }
        var asked = loaded.Draft.Baseline;
        if (Baselines.Names.Contains(asked.Text))
        {
            return Baselines.Load(asked.Text);
        }
        // an override is typed in the current folder, a key of the file is written beside the file
        var beside = asked.Line > 0 && loaded.Folder is { } folder ? Path.Combine(folder, asked.Text) : asked.Text;
        if (Path.Exists(beside) || Path.Exists(asked.Text))
        {
            return Baselines.Load(Path.Exists(beside) ? beside : asked.Text);
        }
        throw new InputException(new InputIssue(asked.File, asked.Line, $"no baseline and no folder is called {asked}",
            IssueList.Suggest(asked.Text, Baselines.Names, "shipped")));
    }

    /// <summary>
    /// The scenario met with a baseline: every name of an economy and a sector looked up, every default filled in.
    /// </summary>
    /// <param name="loaded">A scenario that was read.</param>
    /// <param name="baseline">Where economies and sectors are looked up.</param>
    /// <param name="transport">Where places and projects are looked up; null for the network that ships.</param>
    /// <exception cref="InputException">A name is unknown or actions contradict each other; carries every problem.
    /// </exception>
    public static Scenario Resolve(LoadedScenario loaded, Baseline baseline, TransportModel? transport = null)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(baseline);
        var issues = new IssueList();
        var scenario = ScenarioResolver.Resolve(loaded.Draft, baseline, issues, transport);
        issues.ThrowIfAny();
        ShockCompiler.Compile(scenario, baseline, issues);
        issues.ThrowIfAny();
        return scenario;
    }

    /// <summary>Every problem of a scenario; none means that it can be run.</summary>
    /// <param name="packNameOrPath">Name of a pack or path of a YAML file.</param>
    /// <param name="baseline">Where names are looked up; null for the baseline that the scenario asks for.</param>
    /// <param name="overrides">Changes of the form <c>path=value</c>, as for loading.</param>
    /// <param name="transport">Where places and projects are looked up; null for the network that ships.</param>
    public static ImmutableArray<InputIssue> Check(
        string packNameOrPath, Baseline? baseline = null, IReadOnlyList<string>? overrides = null,
        TransportModel? transport = null) =>
        Check(issues => Load(packNameOrPath, overrides ?? [], issues), baseline, transport);

    /// <summary>Every problem of a scenario in text that stands in no file; none means that it can be run.</summary>
    /// <param name="text">YAML, or JSON, which is YAML too.</param>
    /// <param name="name">Name for messages, in place of the file's.</param>
    /// <param name="baseline">Where names are looked up.</param>
    public static ImmutableArray<InputIssue> CheckText(string text, string name, Baseline baseline) =>
        Check(issues => Read(TextSource.Of(text, name), [], issues), baseline, null);

    private static ImmutableArray<InputIssue> Check(
        Func<IssueList, LoadedScenario?> read, Baseline? baseline, TransportModel? transport)
    {
        var issues = new IssueList();
        try
        {
            var loaded = read(issues);
            if (loaded is not null)
            {
                var before = issues.Count;
                baseline ??= LoadBaseline(loaded);
                var scenario = ScenarioResolver.Resolve(loaded.Draft, baseline, issues, transport);
                // contradictions are only meaningful between actions that are right by themselves
                if (before == 0 && issues.Count == 0)
                {
                    ShockCompiler.Compile(scenario, baseline, issues);
                }
            }
        }
        catch (InputException problem)
        {
            // where the list was full, the exception carries all of it
            return issues.IsFull ? problem.Issues : [.. issues.ToArray(), .. problem.Issues];
        }
        return issues.ToArray();
    }

    private static LoadedScenario? Load(string packNameOrPath, IReadOnlyList<string> overrides, IssueList issues) =>
        Read(TextSource.Open(packNameOrPath), overrides, issues);

    private static LoadedScenario? Read(TextSource source, IReadOnlyList<string> overrides, IssueList issues)
    {
        var root = YamlTree.Parse(source.Text, source.Name, issues);
        if (root is null)
        {
            return null;
        }
        if (root is not FileMapping mapping)
        {
            issues.Add(root, $"the file is a {NodeReader.Form(root)}; a scenario has keys such as name and actions",
                "see docs/levers.md for a scenario to start from");
            return null;
        }
        mapping = Overrides.Apply(mapping, overrides, issues);
        return new LoadedScenario(DraftParser.Parse(mapping, source, issues), source.Folder);
    }
}
