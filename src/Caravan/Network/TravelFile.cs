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
    /// <summary>Name of the file with matrix number <paramref name="number"/>, of the cheapest ways or of those by sea.
    /// </summary>
    public static string NameOf(int number, bool bySea = false) => $"travel-{(bySea ? "sea-" : "")}{number}.bin";

    /// <summary>
    /// The matrix of <see cref="TransportNetwork.Travel"/> for these cities: read from the file that ships with the
    /// library where it fits, searched otherwise.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="cities">The cities.</param>
    /// <param name="name">Which of the files that ship; there is one for each usual value of a day.</param>
    /// <param name="threads">Threads used where a search is needed.</param>
    /// <param name="cancellation">Stops between two cities.</param>
    public static TravelMatrix ReadOrSearch(
        TransportNetwork network, ImmutableArray<Place> cities, string name, int threads = 1,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var stream = typeof(TravelFile).Assembly.GetManifestResourceStream($"network/{name}");
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
        var half = new long[HalfOf(cities.Length)];
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
        var planes = new byte[half.Length * sizeof(long)];
        brotli.ReadExactly(planes);
        var bytes = MemoryMarshal.AsBytes(half.AsSpan());
        for (var plane = 0; plane < sizeof(long); plane++)
        {
            for (var cell = 0; cell < half.Length; cell++)
            {
                bytes[cell * sizeof(long) + plane] = planes[plane * half.Length + cell];
            }
        }
        return new TravelMatrix(network, cities, Whole(half, cities.Length), network.CentsPerDay);
    }

    // the way back costs the same, so that the part below and on the diagonal is enough
    private static int HalfOf(int cities) => cities * (cities + 1) / 2;

    private static long[] Whole(long[] half, int cities)
    {
        var whole = new long[cities * cities];
        for (var row = 0; row < cities; row++)
        {
            half.AsSpan(HalfOf(row), row + 1).CopyTo(whole.AsSpan(row * cities));
        }
        // in tiles, which stay in the cache
        const int Tile = 32;
        for (var top = 0; top < cities; top += Tile)
        {
            for (var left = 0; left <= top; left += Tile)
            {
                for (var row = top; row < Math.Min(top + Tile, cities); row++)
                {
                    for (var column = left; column < Math.Min(left + Tile, row); column++)
                    {
                        whole[column * cities + row] = whole[row * cities + column];
                    }
                }
            }
        }
        return whole;
    }

    /// <summary>Writes a matrix with the fingerprint of its network; the same matrix gives the same bytes.</summary>
    public static void Write(TravelMatrix travel, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(travel);
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Fingerprint(travel.Network, travel.Cities));
        var cities = travel.Cities.Length;
        var half = new long[HalfOf(cities)];
        for (var row = 0; row < cities; row++)
        {
            travel.Packed.Slice(row * cities, row + 1).CopyTo(half.AsSpan(HalfOf(row)));
        }
        var bytes = MemoryMarshal.AsBytes(half.AsSpan());
        var cells = half.Length;
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
