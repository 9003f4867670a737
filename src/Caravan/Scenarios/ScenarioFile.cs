using System.Collections.Immutable;
using Caravan.Data;
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

    /// <summary>
    /// The scenario met with a baseline: every name of an economy and a sector looked up, every default filled in.
    /// </summary>
    /// <exception cref="InputException">A name is unknown or actions contradict each other; carries every problem.
    /// </exception>
    public static Scenario Resolve(LoadedScenario loaded, Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(baseline);
        var issues = new IssueList();
        var scenario = ScenarioResolver.Resolve(loaded.Draft, baseline, issues);
        issues.ThrowIfAny();
        ShockCompiler.Compile(scenario, baseline, issues);
        issues.ThrowIfAny();
        return scenario;
    }

    /// <summary>Every problem of a scenario; none means that it can be run.</summary>
    /// <param name="packNameOrPath">Name of a pack or path of a YAML file.</param>
    /// <param name="baseline">Where names are looked up; null checks only what needs no baseline.</param>
    /// <param name="overrides">Changes of the form <c>path=value</c>, as in <see cref="Load(string, IReadOnlyList{string})"/>.</param>
    public static ImmutableArray<InputIssue> Check(
        string packNameOrPath, Baseline? baseline = null, IReadOnlyList<string>? overrides = null)
    {
        var issues = new IssueList();
        try
        {
            var loaded = Load(packNameOrPath, overrides ?? [], issues);
            if (loaded is not null && baseline is not null)
            {
                var before = issues.Count;
                var scenario = ScenarioResolver.Resolve(loaded.Draft, baseline, issues);
                // contradictions are only meaningful between actions that are right by themselves
                if (before == 0 && issues.Count == 0)
                {
                    ShockCompiler.Compile(scenario, baseline, issues);
                }
            }
        }
        catch (InputException problem)
        {
            return problem.Issues;
        }
        return issues.ToArray();
    }

    private static LoadedScenario? Load(string packNameOrPath, IReadOnlyList<string> overrides, IssueList issues)
    {
        var source = TextSource.Open(packNameOrPath);
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
