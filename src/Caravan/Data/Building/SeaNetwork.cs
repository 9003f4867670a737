using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Caravan.Data.Loading;

namespace Caravan.Data.Building;

/// <summary>
/// A small sea network that keeps the shortest distances between ports, whatever passages are closed
/// (see <see cref="SeaNetworkBuilder"/>).
/// </summary>
public sealed record SeaNetwork
{
    /// <summary>Key of the source of every link in the table of sources.</summary>
    public const string Source = "eurostat-searoute";

    /// <summary>Points at sea, in the order of their ids; ports are not among them.</summary>
    public required ImmutableArray<SeaNode> Nodes { get; init; }

    /// <summary>Ways between ports and points at sea, in the order of their ends.</summary>
    public required ImmutableArray<SeaLink> Links { get; init; }

    /// <summary>Ports that no link reaches, because they lie on a lake or an inland sea.</summary>
    public required ImmutableArray<string> UnlinkedPorts { get; init; }

    /// <summary>How far each linked port is from the way at sea that it joins, in the order of the ports given.
    /// </summary>
    public required ImmutableArray<SeaApproach> Approaches { get; init; }

    /// <summary>Writes <c>sea_nodes.csv</c> and <c>sea_links.csv</c> into a folder, replacing files of these names.
    /// </summary>
    public void Write(string folder)
    {
        using var files = new WriteBeside(folder);
        WriteTable(files, "sea_nodes.csv", ["node", "lat", "lon"],
            Nodes.Select(node => (string[])[node.Id, Degrees(node.Latitude), Degrees(node.Longitude)]));
        WriteTable(files, "sea_links.csv", ["from", "to", "km", "passage", "source"],
            Links.Select(link => (string[])[link.From, link.To, Length(link.Km), link.Passage, Source]));
        files.Commit();
    }

    private static string Degrees(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Length(double km) => km.ToString("0.0", CultureInfo.InvariantCulture);

    private static void WriteTable(WriteBeside files, string name, string[] header, IEnumerable<string[]> rows)
    {
        using var text = new StreamWriter(files.Create(name)) { NewLine = "\n" };
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        foreach (var row in rows.Prepend(header))
        {
            foreach (var cell in row)
            {
                csv.WriteField(cell);
            }
            csv.NextRecord();
        }
    }
}
