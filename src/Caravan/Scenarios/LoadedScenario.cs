using System.Collections.Immutable;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios;

/// <summary>
/// A scenario file that has been read and checked as far as that is possible without a baseline: keys, levers, sizes
/// and tables are right; names of economies and sectors are looked up when it meets a baseline.
/// </summary>
public sealed class LoadedScenario
{
    internal LoadedScenario(ScenarioDraft draft, string? folder) => (Draft, Folder) = (draft, folder);

    /// <summary>The file as the user named it; the pack's file name for a shipped pack.</summary>
    public string File => Draft.File;

    /// <summary>The scenario's name.</summary>
    public string Name => Draft.Name;

    /// <summary>What the scenario is about; may be empty.</summary>
    public string Summary => Draft.Summary;

    /// <summary>Publications that the scenario stands on.</summary>
    public ImmutableArray<string> Sources => Draft.Sources;

    /// <summary>Name or folder of the baseline that the scenario asks for.</summary>
    public string Baseline => Draft.Baseline.Text;

    /// <summary>How many actions it has.</summary>
    public int ActionCount => Draft.Actions.Length;

    /// <summary>True where an action changes the transport network.</summary>
    public bool UsesNetwork => Draft.Actions.Any(action => action.UsesNetwork);

    /// <summary>Everything in it that people read and nothing else does: name, summary, sources, titles.</summary>
    public IEnumerable<string> Texts =>
    [
        Name, Summary, .. Sources, .. Draft.NotExpressed, .. Draft.Sets.Select(set => set.Name.Text),
        .. Draft.Actions.SelectMany(action => new[] { action.Title, action.Source }),
    ];

    internal ScenarioDraft Draft { get; }

    // Folder of the file; null for a pack.
    internal string? Folder { get; }
}
