namespace Caravan.Data.Building;

/// <summary>
/// The passages of the sea network. Canals bear a mark in the source. A strait is a line from coast to coast: the edges
/// that cross it bear its name, so that a voyage through the strait has exactly one such edge.
/// </summary>
internal static class SeaPassages
{
    public const int None = -1;

    /// <summary>Ids of the passages; the position in this list is the bit of a set of passages.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        "suez", "panama", "kiel", "malacca", "bab-el-mandeb", "hormuz", "gibraltar", "bosporus", "cape-of-good-hope",
        "lombok", "sunda", "dover", NorthernSeaRoute,
    ];

    /// <summary>Passages that are closed in the base network: used only where a scenario opens them.</summary>
    public static uint ClosedInBase { get; } = Set(NorthernSeaRoute);

    private const string NorthernSeaRoute = "northern-sea-route";

    // Latitude and longitude of two points on land, one on either coast, off the round figures at which the source has
    // nodes: a node on a line would belong to neither side.
    private static readonly (string Id, double Lat1, double Lon1, double Lat2, double Lon2)[] s_lines =
    [
        ("malacca", 1.60, 103.30, 0.30, 103.20),
        ("bab-el-mandeb", 12.45, 42.95, 13.05, 43.60),
        ("hormuz", 25.60, 56.15, 27.20, 57.20),
        ("gibraltar", 36.30, -5.60, 35.60, -5.60),
        ("bosporus", 41.10, 28.60, 41.10, 29.60),
        ("cape-of-good-hope", -33.50, 20.013, -85.00, 20.013),
        ("lombok", -8.40, 115.45, -8.60, 116.30),
        ("sunda", -6.20, 106.20, -5.50, 105.60),
        ("dover", 51.30, 1.00, 50.70, 2.00),
        (NorthernSeaRoute, 75.00, 103.987, 89.00, 103.987),
    ];

    /// <summary>The set of the named passages.</summary>
    public static uint Set(params string[] ids)
    {
        var set = 0u;
        foreach (var id in ids)
        {
            set |= 1u << Index(id);
        }
        return set;
    }

    /// <summary>The passage of an edge, or <see cref="None"/>.</summary>
    /// <param name="mark">What the source says of the edge.</param>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    public static int Of(string mark, SeaPoint from, SeaPoint to)
    {
        if (mark is "suez" or "panama" or "kiel")
        {
            return Index(mark);
        }
        foreach (var (id, lat1, lon1, lat2, lon2) in s_lines)
        {
            if (Crosses(from, to, new(lat1, lon1), new(lat2, lon2)))
            {
                return Index(id);
            }
        }
        return None;
    }

    private static int Index(string id)
    {
        for (var n = 0; n < Ids.Count; n++)
        {
            if (Ids[n] == id)
            {
                return n;
            }
        }
        throw new ArgumentException($"'{id}' is no passage; passages are {string.Join(", ", Ids)}", nameof(id));
    }

    // Do the two segments cross in the plane of longitude and latitude, unrolled around the first point?
    private static bool Crosses(SeaPoint a, SeaPoint b, SeaPoint c, SeaPoint d)
    {
        var (bx, by) = (a.EastwardTo(b), b.Latitude - a.Latitude);
        var (cx, cy) = (a.EastwardTo(c), c.Latitude - a.Latitude);
        var (dx, dy) = (cx + c.EastwardTo(d), d.Latitude - a.Latitude);
        var sideOfC = (bx * cy) - (by * cx);
        var sideOfD = (bx * dy) - (by * dx);
        var sideOfA = ((dx - cx) * -cy) - ((dy - cy) * -cx);
        var sideOfB = ((dx - cx) * (by - cy)) - ((dy - cy) * (bx - cx));
        return sideOfC * sideOfD < 0 && sideOfA * sideOfB < 0;
    }
}
