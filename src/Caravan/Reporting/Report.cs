using System.Collections.Immutable;

namespace Caravan.Reporting;

/// <summary>What a person reads: a title, a few lines, tables, and closing lines.</summary>
public sealed class Report
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Lines below the title: what was computed, on which data, how well.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>The tables, in reading order.</summary>
    public ImmutableArray<ReportTable> Tables { get; init; } = [];

    /// <summary>Closing lines: which measure it is, where details are.</summary>
    public ImmutableArray<string> Closing { get; init; } = [];
}
