using System.Collections.Immutable;
using Caravan.Trade;

namespace Caravan.Scenarios.Parsing;

/// <summary>A scenario as written: keys and sizes checked, names of economies and sectors not yet looked up.</summary>
internal sealed record ScenarioDraft
{
    public required string File { get; init; }

    public string Name { get; init; } = "";

    public string Summary { get; init; } = "";

    public ImmutableArray<string> Sources { get; init; } = [];

    public FileText Baseline { get; init; }

    public ImmutableArray<FileText> Members { get; init; } = [];

    public ImmutableArray<DraftSet> Sets { get; init; } = [];

    public ImmutableArray<DraftAction> Actions { get; init; } = [];

    public ImmutableArray<string> NotExpressed { get; init; } = [];

    public DraftOptions Options { get; init; } = new();
}

/// <summary>A named set of the file.</summary>
internal sealed record DraftSet(FileText Name, ImmutableArray<FileText> Words);

/// <summary>Options of the file; null where it says nothing.</summary>
internal sealed record DraftOptions
{
    public ModelVariant? Model { get; init; }

    public Closure? Closure { get; init; }

    public FileText? Elasticities { get; init; }
}

/// <summary>An action with its lever's fields read.</summary>
internal sealed record DraftAction(FileText Id, Lever Lever)
{
    public string Title { get; init; } = "";

    public string Source { get; init; } = "";

    public ImmutableArray<FileText> By { get; init; } = [];

    public ImmutableArray<DraftWords> Words { get; init; } = [];

    public ImmutableArray<ScenarioSize> Sizes { get; init; } = [];

    public DraftTable? Table { get; init; }

    public DraftWords? Find(string field) => Words.FirstOrDefault(words => words.Field == field);
}

/// <summary>Words in a field of economies or sectors.</summary>
internal sealed record DraftWords(string Field, ImmutableArray<FileText> Words);

/// <summary>Rows of a table; a label is empty text where the column is missing.</summary>
internal sealed record DraftTable(ImmutableArray<DraftRow> Rows, bool HasSectors);

/// <summary>One row of a table: sector, origin (or economy), destination, value.</summary>
internal sealed record DraftRow(FileText Sector, FileText Origin, FileText Destination, double Value);
