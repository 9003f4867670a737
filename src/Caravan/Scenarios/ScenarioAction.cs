using System.Collections.Immutable;

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
