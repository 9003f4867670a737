namespace Caravan.Data.Transport;

/// <summary>A stretch of line between two places, or between a place and a border crossing; used both ways.</summary>
/// <param name="From">Place or crossing.</param>
/// <param name="To">Place or crossing.</param>
/// <param name="Mode">How goods move on it.</param>
/// <param name="Km">Length of the line.</param>
public sealed record TransportLink(string From, string To, TransportMode Mode, double Km)
{
    /// <summary>Speed of freight while moving; zero where hours are given instead.</summary>
    public double SpeedKmh { get; init; }

    /// <summary>Speed before the project that made it faster; zero where its project built it, or it has none.</summary>
    public double SpeedBeforeKmh { get; init; }

    /// <summary>For rail: millimetres between the rails.</summary>
    public int GaugeMm { get; init; }

    /// <summary>Hours end to end where given (ferries: waiting included); zero where length over speed gives them.
    /// </summary>
    public double Hours { get; init; }

    /// <summary>Dollars per TEU end to end where given; zero where the rate per kilometre gives them.</summary>
    public double UsdPerTeu { get; init; }

    /// <summary>For ferries: which modes they carry.</summary>
    public bool CarriesRoad { get; init; }

    /// <summary>For ferries: which modes they carry.</summary>
    public bool CarriesRail { get; init; }

    /// <summary>For sea: the passage that the link leads through, such as <c>suez</c>; empty for open sea.</summary>
    public string Passage { get; init; } = "";

    /// <summary>Whether it is there in the base year.</summary>
    public LinkStatus Status { get; init; }

    /// <summary>Catalogue project that built or would build it; empty for others.</summary>
    public string Project { get; init; } = "";

    /// <summary>How far the facts were checked: <c>yes</c>, <c>no</c>, or <c>rule</c>.</summary>
    public string Verified { get; init; } = "";

    /// <summary>Key of the source.</summary>
    public string Source { get; init; } = "";
}
