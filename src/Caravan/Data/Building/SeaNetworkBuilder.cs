using System.Globalization;

namespace Caravan.Data.Building;

/// <summary>
/// Builds the sea network from the maritime network of Eurostat's SeaRoute (nodes and edges generalised to 20 km,
/// itself from the network of Oak Ridge National Laboratory). Only derived figures leave: lengths between ports,
/// passages and a few crossroads.
/// </summary>
public static class SeaNetworkBuilder
{
    /// <summary>Largest relative excess of a distance in the reduced network over the distance in the source's: 0.1 %.
    /// </summary>
    public const double Tolerance = 0.001;

    // More crossroads make more points and fewer links: 200 give 6,500 links over 341 ports, 400 give 4,600.
    private const int Crossroads = 400;

    // The Caspian has no way to the ocean for sea ships; its ports are ends of ferries.
    private static readonly (double South, double North, double West, double East) s_caspian = (36, 48, 46.5, 55);

    /// <summary>The sea network of the ports in a folder's <c>ports.csv</c>.</summary>
    /// <param name="sourcesFolder">Folder of raw inputs that holds <c>transport</c>.</param>
    /// <param name="networkFolder">Folder of network tables, with <c>ports.csv</c> (port, lat, lon).</param>
    /// <exception cref="InputException">A file is missing or cannot be read.</exception>
    public static SeaNetwork Build(string sourcesFolder, string networkFolder)
    {
        var tables = new SourceFolder(networkFolder);
        tables.Require(["ports.csv"]);
        var ports = tables.Rows("ports.csv", "port", "lat", "lon")
            .Select(row => new SeaPort(row.Text("port"), row.Number("lat"), row.Number("lon"))).ToList();
        tables.ThrowIfAny();
        return Build(sourcesFolder, ports);
    }

    /// <summary>
    /// The sea network of the given ports. For every pair of them the shortest distance is never shorter than in the
    /// source and at most <see cref="Tolerance"/> longer, whatever passages are closed.
    /// </summary>
    /// <param name="sourcesFolder">Folder of raw inputs that holds <c>transport</c>.</param>
    /// <param name="ports">Ports; those on the Caspian are left without links.</param>
    /// <exception cref="InputException">A file is missing or cannot be read.</exception>
    public static SeaNetwork Build(string sourcesFolder, IReadOnlyList<SeaPort> ports)
    {
        var linked = ports.Where(port => !OnCaspian(port)).ToArray();
        var access = SeaAccess.Attach(SeaSource.Read(new SourceFolder(sourcesFolder)), linked);
        var edges = SeaReduction.Reduce(access.Graph, access.Terminals, Crossroads, Tolerance);
        return Describe(access, edges, linked) with
        {
            UnlinkedPorts = [.. ports.Where(OnCaspian).Select(port => port.Id)],
        };
    }

    private static SeaNetwork Describe(SeaAccess access, List<SeaEdge> edges, SeaPort[] linked)
    {
        var ids = new Dictionary<int, string>();
        for (var n = 0; n < linked.Length; n++)
        {
            ids.Add(access.Terminals[n], linked[n].Id);
        }
        var points = access.Graph.Points;
        var atSea = edges.SelectMany(edge => (int[])[edge.From, edge.To]).Distinct()
            .Where(node => !ids.ContainsKey(node))
            .OrderBy(node => points[node].Longitude).ThenBy(node => points[node].Latitude).ToArray();
        foreach (var node in atSea)
        {
            ids.Add(node, string.Create(CultureInfo.InvariantCulture, $"sea-{ids.Count - linked.Length + 1:0000}"));
        }
        return new SeaNetwork
        {
            Nodes = [.. atSea.Select(node => new SeaNode(ids[node], points[node].Latitude, points[node].Longitude))],
            Links = [.. edges.Select(edge => Link(ids[edge.From], ids[edge.To], edge))
                .OrderBy(link => link.From, StringComparer.Ordinal).ThenBy(link => link.To, StringComparer.Ordinal)
                .ThenBy(link => link.Passage, StringComparer.Ordinal)],
            UnlinkedPorts = [],
            Approaches = [.. linked.Select((port, n) => new SeaApproach(port.Id, access.ApproachKm[n]))],
        };
    }

    private static SeaLink Link(string one, string other, SeaEdge edge)
    {
        var passage = edge.Passage == SeaPassages.None ? "" : SeaPassages.Ids[edge.Passage];
        return string.CompareOrdinal(one, other) < 0
            ? new(one, other, edge.Km, passage)
            : new(other, one, edge.Km, passage);
    }

    private static bool OnCaspian(SeaPort port) =>
        port.Latitude >= s_caspian.South && port.Latitude <= s_caspian.North
        && port.Longitude >= s_caspian.West && port.Longitude <= s_caspian.East;
}
