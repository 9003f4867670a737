namespace Caravan.Network;

/// <summary>A place, or one side of a crossing, in one layer of the graph.</summary>
/// <param name="Place">Id of the place or crossing.</param>
/// <param name="Side">Economy of the side for a crossing; empty for a place.</param>
/// <param name="Layer">0 for the door, 1 road, 2 sea, 3 ferry, the gauge in millimetres for rail.</param>
internal readonly record struct Node(string Place, string Side, int Layer)
{
    public const int Door = 0;
    public const int Road = 1;
    public const int Sea = 2;
    public const int Ferry = 3;

    /// <summary>Gauge of a layer of rails; zero for others.</summary>
    public int GaugeMm => Layer > Ferry ? Layer : 0;

    /// <summary>The layer's name as in the table of transshipment.</summary>
    public static string LayerName(int layer) => layer switch
    {
        Road => "road",
        Sea => "sea",
        Ferry => "ferry",
        _ => $"rail-{layer}",
    };
}
