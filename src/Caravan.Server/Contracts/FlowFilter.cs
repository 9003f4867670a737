namespace Caravan.Server.Contracts;

/// <summary>Which flows are wanted.</summary>
internal sealed record FlowFilter
{
    /// <summary>Codes of exporters; all where left out.</summary>
    public string[]? Origins { get; init; }

    /// <summary>Codes of importers; all where left out.</summary>
    public string[]? Destinations { get; init; }

    /// <summary>Codes of sectors; all where left out.</summary>
    public string[]? Sectors { get; init; }

    /// <summary>Sums the sectors up: one row a pair, with sector <c>all</c>.</summary>
    public bool Total { get; init; }
}
