using System.Collections.Immutable;
using Caravan.Data.Transport;
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

    public DraftBook? Finance { get; init; }

    public DraftSharing? Sharing { get; init; }

    public DraftAgreement? Agreement { get; init; }

    public ImmutableArray<DraftBloc> Blocs { get; init; } = [];
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

    /// <summary>True for an action that is no part of the package until talks or a policy take it up.</summary>
    public bool Standby { get; init; }

    public ImmutableArray<DraftWords> Words { get; init; } = [];

    public ImmutableArray<ScenarioSize> Sizes { get; init; } = [];

    public DraftTable? Table { get; init; }

    public DraftLink? Link { get; init; }

    public TransportMode? Mode { get; init; }

    public DraftProject? Project { get; init; }

    /// <summary>True where the action changes the network and not trade costs directly.</summary>
    public bool UsesNetwork => Lever.Shape == LeverShape.Network || Mode is not null;

    public DraftWords? Find(string field) => Words.FirstOrDefault(words => words.Field == field);
}

/// <summary>A line by its ends; what is null was not written.</summary>
internal sealed record DraftLink(TransportMode Mode, FileText Place, FileText From, FileText To)
{
    public ImmutableArray<FileText> Via { get; init; } = [];

    /// <summary>True for a line that is closed or changed, false for a new one.</summary>
    public bool IsThere { get; init; }

    public double? Km { get; init; }

    public double? SpeedKmh { get; init; }

    public int? GaugeMm { get; init; }

    /// <summary>Keys that only a new line has.</summary>
    public ImmutableArray<FileText> OfNewLine { get; init; } = [];
}

/// <summary>Words in a field that names economies, sectors, projects, passages or crossings.</summary>
internal sealed record DraftWords(string Field, ImmutableArray<FileText> Words);

/// <summary>Rows of a table; a label is empty text where the column is missing.</summary>
internal sealed record DraftTable(ImmutableArray<DraftRow> Rows, bool HasSectors);

/// <summary>One row of a table: sector, origin (or economy), destination, value.</summary>
internal sealed record DraftRow(FileText Sector, FileText Origin, FileText Destination, double Value);
