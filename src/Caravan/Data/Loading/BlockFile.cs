using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Caravan.Data.Loading;

/// <summary>
/// Byte blocks in one file: the word <c>CARAVAN</c>, a version byte, the number of blocks, the SHA-256 of the blocks
/// before compression, then for each block its codec, its length before and after, and at last the blocks themselves.
/// </summary>
internal static class BlockFile
{
    private const byte Version = 1;
    private const byte Stored = 0;
    private const byte Brotli = 1;
    private const int HeaderLength = 8 + 4 + SHA256.HashSizeInBytes;
    private const int EntryLength = 1 + 4 + 4;
    private const int MostBlocks = 1000;

    // 6 halves the time of 9 and gives the same size to 0.1 %; 11 takes minutes for another 0.5 %.
    private const int Quality = 6;
    private const int Window = 22;

    private static ReadOnlySpan<byte> Magic => "CARAVAN"u8;

    /// <summary>SHA-256 of the blocks and their lengths.</summary>
    public static byte[] Hash(IEnumerable<ReadOnlyMemory<byte>> blocks)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var block in blocks)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, block.Length);
            hash.AppendData(length);
            hash.AppendData(block.Span);
        }
        return hash.GetHashAndReset();
    }

    public static void Write(IReadOnlyList<ReadOnlyMemory<byte>> blocks, Stream stream)
    {
        var stored = blocks.Select(Compress).ToList();
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(blocks.Count);
        writer.Write(Hash(blocks));
        for (var at = 0; at < blocks.Count; at++)
        {
            writer.Write(stored[at].Length < blocks[at].Length ? Brotli : Stored);
            writer.Write(blocks[at].Length);
            writer.Write(stored[at].Length);
        }
        foreach (var block in stored)
        {
            writer.Write(block.Span);
        }
    }

    /// <summary>The blocks of a file held in memory and the hash in it, against which they were verified.</summary>
    /// <exception cref="InputException">The file is of another kind or version, cut off, or damaged.</exception>
    public static (ReadOnlyMemory<byte>[] Blocks, byte[] Hash) Read(ReadOnlyMemory<byte> file, string name)
    {
        var bytes = file.Span;
        if (bytes.Length < HeaderLength || !bytes.StartsWith(Magic))
        {
            throw Unusable(name, bytes.Length == 0 ? "the file is empty" : "this is not a .caravan baseline file",
                "make one with: caravan data import FOLDER FILE.caravan");
        }
        if (bytes[7] != Version)
        {
            throw Unusable(name, $"the file has format version {bytes[7]}; this program reads version {Version}",
                "make it anew with this program from its folder");
        }
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (count is < 1 or > MostBlocks || bytes.Length < HeaderLength + (long)count * EntryLength)
        {
            throw Damaged(name, "the table of contents is cut off or damaged");
        }
        var blocks = new ReadOnlyMemory<byte>[count];
        var start = (long)HeaderLength + (long)count * EntryLength;
        for (var at = 0; at < count; at++)
        {
            var entry = bytes.Slice(HeaderLength + at * EntryLength, EntryLength);
            var length = BinaryPrimitives.ReadInt32LittleEndian(entry[1..]);
            var stored = BinaryPrimitives.ReadInt32LittleEndian(entry[5..]);
            if (stored < 0 || length < 0 || length > InputLimits.LargestFileBytes)
            {
                throw Damaged(name, $"block {at + 1} claims an impossible length");
            }
            if (start + stored > bytes.Length)
            {
                throw Damaged(name, $"the file is cut off: block {at + 1} of {count} ends at byte {start + stored}, "
                    + $"the file at {bytes.Length}");
            }
            blocks[at] = Decompress(file.Slice((int)start, stored), entry[0], length)
                ?? throw Damaged(name, $"block {at + 1} of {count} cannot be read");
            start += stored;
        }
        var hash = Hash(blocks);
        if (start != bytes.Length || !bytes.Slice(12, SHA256.HashSizeInBytes).SequenceEqual(hash))
        {
            throw Damaged(name, "the content does not match the hash written in the file");
        }
        return (blocks, hash);
    }

    // Mantissas do not compress, and stored blocks are read faster: compression must save a sixteenth.
    private static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> block)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(block.Length)];
        return BrotliEncoder.TryCompress(block.Span, compressed, out var written, Quality, Window)
            && written < block.Length - block.Length / 16
            ? compressed.AsMemory(0, written)
            : block;
    }

    private static ReadOnlyMemory<byte>? Decompress(ReadOnlyMemory<byte> stored, byte codec, int length)
    {
        if (codec == Stored)
        {
            return stored.Length == length ? stored : null;
        }
        var block = new byte[length];
        return codec == Brotli && BrotliDecoder.TryDecompress(stored.Span, block, out var written) && written == length
            ? block
            : null;
    }

    private static InputException Damaged(string name, string problem) =>
        Unusable(name, problem, "fetch or make the file again");

    private static InputException Unusable(string name, string problem, string repair) =>
        new(new InputIssue(name, 0, problem, repair));
}
