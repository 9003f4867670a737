using System.Collections.Immutable;
using Caravan.Data.Transport;
using Caravan.Scenarios.Financing;

namespace Caravan.Scenarios;

/// <summary>One thing that members do, with every name resolved and every default filled in.</summary>
public sealed record ScenarioAction
{
    /// <summary>Word that identifies the action within the scenario.</summary>
    public required string Id { get; init; }

    /// <summary>Readable title.</summary>
    public required string Title { get; init; }

    /// <summary>The lever that is moved.</summary>
    public required Lever Lever { get; init; }

    /// <summary>Codes of the members that must agree for the action to happen; all members unless the file says.
    /// </summary>
    public required ImmutableArray<string> By { get; init; }

    /// <summary>Codes of importers, in the baseline's order; empty unless the lever is bilateral without table.
    /// </summary>
    public ImmutableArray<string> Importers { get; init; } = [];

    /// <summary>Codes of exporters, in the baseline's order; empty unless the lever is bilateral without table.
    /// </summary>
    public ImmutableArray<string> Exporters { get; init; } = [];

    /// <summary>Codes of the economies concerned; empty for bilateral levers and with a table.</summary>
    public ImmutableArray<string> Economies { get; init; } = [];

    /// <summary>Codes of the sectors concerned; empty for levers on whole economies and with a table.</summary>
    public ImmutableArray<string> Sectors { get; init; } = [];

    /// <summary>Numbers of the action, defaults included, in the order of the lever's fields.</summary>
    public required ImmutableArray<ScenarioSize> Sizes { get; init; }

    /// <summary>Cells of a table in the order of its rows; empty without one.</summary>
    public ImmutableArray<ScenarioCell> Cells { get; init; } = [];

    /// <summary>Ids of catalogue projects that are built or taken away, in alphabetical order.</summary>
    public ImmutableArray<string> Projects { get; init; } = [];

    /// <summary>Ids of sea passages that are closed, in alphabetical order.</summary>
    public ImmutableArray<string> Passages { get; init; } = [];

    /// <summary>Ids of border crossings that are changed or closed, in alphabetical order.</summary>
    public ImmutableArray<string> Crossings { get; init; } = [];

    /// <summary>The line that is built, changed or closed, or null.</summary>
    public ScenarioLink? Link { get; init; }

    /// <summary>The mode whose rates or border times change; null for both land modes, and for other levers.</summary>
    public TransportMode? Mode { get; init; }

    /// <summary>What it costs and who pays; null where the scenario says nothing.</summary>
    public ProjectFinance? Finance { get; init; }

    /// <summary>True where the action changes the transport network and not trade costs directly.</summary>
    public bool UsesNetwork => Lever.Shape == LeverShape.Network || Mode is not null;

    /// <summary>Where the size comes from: a publication, or <c>illustrative</c>; may be empty.</summary>
    public string Source { get; init; } = "";

    // Where the action stands in the file, for messages.
    internal string File { get; init; } = "";

    internal int Line { get; init; }

    /// <summary>The number in a field, or null where it was not given and has no default.</summary>
    public double? Size(string field)
    {
        foreach (var size in Sizes)
        {
            if (size.Field == field)
            {
                return size.Value;
            }
        }
        return null;
    }
}
