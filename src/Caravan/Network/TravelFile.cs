using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>
/// A travel matrix computed beforehand, so that a cold process need not search the whole world. The file carries a
/// fingerprint of the network and the cities; where either differs the matrix is simply not used.
/// </summary>
public static class TravelFile
{
    /// <summary>Name of the file with matrix number <paramref name="number"/>.</summary>
    public static string NameOf(int number) => $"travel-{number}.bin";

    /// <summary>
    /// The matrix of <see cref="TransportNetwork.Travel"/> for these cities: read from the file that ships with the
    /// library where it fits, searched otherwise.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="cities">The cities.</param>
    /// <param name="number">Which of the files that ship; there is one for each usual value of a day.</param>
    /// <param name="threads">Threads used where a search is needed.</param>
    /// <param name="cancellation">Stops between two cities.</param>
    public static TravelMatrix ReadOrSearch(
        TransportNetwork network, ImmutableArray<Place> cities, int number, int threads = 1,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var stream = typeof(TravelFile).Assembly.GetManifestResourceStream($"network/{NameOf(number)}");
        return (stream is null ? null : TryRead(stream, network, cities))
            ?? network.Travel(cities, threads, cancellation);
    }

    /// <summary>The matrix in a stream, or null where it was made for another network or other cities.</summary>
    public static TravelMatrix? TryRead(Stream stream, TransportNetwork network, ImmutableArray<Place> cities)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(network);
        var fingerprint = Fingerprint(network, cities);
        var found = new byte[fingerprint.Length];
        stream.ReadExactly(found);
        if (!found.AsSpan().SequenceEqual(fingerprint))
        {
            return null;
        }
        var packed = new long[cities.Length * cities.Length];
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
        var planes = new byte[packed.Length * sizeof(long)];
        brotli.ReadExactly(planes);
        var bytes = MemoryMarshal.AsBytes(packed.AsSpan());
        for (var plane = 0; plane < sizeof(long); plane++)
        {
            for (var cell = 0; cell < packed.Length; cell++)
            {
                bytes[cell * sizeof(long) + plane] = planes[plane * packed.Length + cell];
            }
        }
        return new TravelMatrix(network, cities, packed, network.CentsPerDay);
    }

    /// <summary>Writes a matrix with the fingerprint of its network; the same matrix gives the same bytes.</summary>
    public static void Write(TravelMatrix travel, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(travel);
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Fingerprint(travel.Network, travel.Cities));
        var bytes = MemoryMarshal.AsBytes(travel.Packed);
        var cells = travel.Packed.Length;
        // like bytes of neighbouring numbers resemble each other: planes compress to a third
        var planes = new byte[bytes.Length];
        for (var cell = 0; cell < cells; cell++)
        {
            for (var plane = 0; plane < sizeof(long); plane++)
            {
                planes[plane * cells + cell] = bytes[cell * sizeof(long) + plane];
            }
        }
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        brotli.Write(planes);
    }

    private static byte[] Fingerprint(TransportNetwork network, ImmutableArray<Place> cities)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var city in cities)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(city.Id + "\n"));
        }
        hash.AppendData(network.NodeFingerprint);
        Span<byte> edges = new byte[network.Edges.Count * 16];
        for (var e = 0; e < network.Edges.Count; e++)
        {
            var edge = network.Edges[e];
            BinaryPrimitives.WriteInt32LittleEndian(edges[(e * 16)..], edge.A);
            BinaryPrimitives.WriteInt32LittleEndian(edges[(e * 16 + 4)..], edge.B);
            BinaryPrimitives.WriteInt64LittleEndian(edges[(e * 16 + 8)..], edge.Cost.Pack(network.CentsPerDay));
        }
        hash.AppendData(edges);
        return hash.GetHashAndReset();
    }

    internal static byte[] Fingerprint(List<Node> nodes)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
        {
            text.Append(node.Place).Append(' ').Append(node.Side).Append(' ').Append(node.Layer).Append('\n');
        }
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
