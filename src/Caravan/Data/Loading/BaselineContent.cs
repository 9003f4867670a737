using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Data.Loading;

/// <summary>
/// A baseline as byte blocks in a fixed order, the same for the file and for the content hash: labels and small tables,
/// then trade, tariffs and input shares in byte planes, then the flags of estimated cells.
/// </summary>
internal static class BaselineContent
{
    private const int Cubes = 3;

    /// <summary>SHA-256 over the canonical content, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(Baseline baseline) => Convert.ToHexStringLower(BlockFile.Hash(Blocks(baseline)));

    public static IReadOnlyList<ReadOnlyMemory<byte>> Blocks(Baseline baseline) =>
    [
        Head(baseline),
        .. BytePlanes.Split(baseline.Trade.Values),
        .. BytePlanes.Split(baseline.TariffRate.Values),
        .. BytePlanes.Split(baseline.InputShare.Values),
        BytePlanes.PackBits(baseline.Estimated.Values),
    ];

    /// <summary>The baseline behind the blocks, whose hash is known.</summary>
    /// <exception cref="FormatException">The blocks are not those of a baseline.</exception>
    public static Baseline FromBlocks(ReadOnlySpan<ReadOnlyMemory<byte>> blocks, string hash)
    {
        if (blocks.Length != 2 + Cubes * BytePlanes.Count)
        {
            throw new FormatException($"{blocks.Length} blocks");
        }
        using var reader = new BinaryReader(new MemoryStream(blocks[0].ToArray()));
        var (name, title, year) = (reader.ReadString(), reader.ReadString(), reader.ReadInt32());
        var sources = Many(reader, r => r.ReadString());
        var economies = Many(reader, ReadEconomy);
        var sectors = Many(reader, r => new Sector(r.ReadString(), r.ReadString(), r.ReadBoolean()));
        var sets = Many(reader, r =>
            new EconomySet(r.ReadString(), r.ReadString(), Many(r, m => m.ReadString()), r.ReadString()));
        var (n, j) = (economies.Length, sectors.Length);
        if ((long)n * n * j > InputLimits.MostCells || (long)n * j * j > InputLimits.MostCells)
        {
            throw new FormatException($"{n} economies and {j} sectors are too many");
        }
        return new Baseline
        {
            ContentHash = hash,
            Name = name,
            Title = title,
            Year = year,
            Sources = sources,
            Economies = economies,
            Sectors = sectors,
            Sets = sets,
            ValueAddedShare = new Matrix<double>(n, j, Doubles(reader, n * j)),
            FinalShare = new Matrix<double>(n, j, Doubles(reader, n * j)),
            ValueAdded = [.. Doubles(reader, n)],
            Deficit = [.. Doubles(reader, n)],
            Gdp = [.. Doubles(reader, n)],
            Population = [.. Doubles(reader, n)],
            Elasticities = Many(reader, r => new ElasticitySet(r.ReadString(), [.. Doubles(r, j)], [.. Doubles(r, j)],
                Many(r, text => text.ReadString()))),
            Trade = new Cube<double>(j, n, n, Planes(blocks, 0, j * n * n)),
            TariffRate = new Cube<double>(j, n, n, Planes(blocks, 1, j * n * n)),
            InputShare = new Cube<double>(n, j, j, Planes(blocks, 2, n * j * j)),
            Estimated = new Cube<bool>(j, n, n, BytePlanes.UnpackBits(blocks[^1].Span, j * n * n)),
        };
    }

    private static double[] Planes(ReadOnlySpan<ReadOnlyMemory<byte>> blocks, int cube, int length) =>
        BytePlanes.Join(blocks.Slice(1 + cube * BytePlanes.Count, BytePlanes.Count), length);

    private static byte[] Head(Baseline baseline)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(baseline.Name);
        writer.Write(baseline.Title);
        writer.Write(baseline.Year);
        Write(writer, baseline.Sources, (w, text) => w.Write(text));
        Write(writer, baseline.Economies, WriteEconomy);
        Write(writer, baseline.Sectors, (w, sector) =>
        {
            w.Write(sector.Code);
            w.Write(sector.Name);
            w.Write(sector.IsService);
        });
        Write(writer, baseline.Sets, (w, set) =>
        {
            w.Write(set.Name);
            w.Write(set.Title);
            Write(w, set.Members, (m, code) => m.Write(code));
            w.Write(set.Source);
        });
        Write(writer, baseline.ValueAddedShare.Values);
        Write(writer, baseline.FinalShare.Values);
        Write(writer, baseline.ValueAdded.AsSpan());
        Write(writer, baseline.Deficit.AsSpan());
        Write(writer, baseline.Gdp.AsSpan());
        Write(writer, baseline.Population.AsSpan());
        Write(writer, baseline.Elasticities, (w, set) =>
        {
            w.Write(set.Name);
            Write(w, set.Theta.AsSpan());
            Write(w, set.StandardError.AsSpan());
            Write(w, set.Source, (s, text) => s.Write(text));
        });
        writer.Flush();
        return stream.ToArray();
    }

    private static void WriteEconomy(BinaryWriter writer, Economy economy)
    {
        writer.Write(economy.Code);
        writer.Write(economy.Name);
        writer.Write(economy.Region);
        writer.Write(economy.IncomeGroup);
        writer.Write(economy.Landlocked);
        writer.Write(economy.BeltAndRoadCore);
        Write(writer, economy.Contains, (w, code) => w.Write(code));
        writer.Write(economy.ProductionNote);
    }

    private static Economy ReadEconomy(BinaryReader reader) => new(reader.ReadString(), reader.ReadString())
    {
        Region = reader.ReadString(),
        IncomeGroup = reader.ReadString(),
        Landlocked = reader.ReadBoolean(),
        BeltAndRoadCore = reader.ReadBoolean(),
        Contains = Many(reader, r => r.ReadString()),
        ProductionNote = reader.ReadString(),
    };

    private static void Write<T>(BinaryWriter writer, ImmutableArray<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write(items.Length);
        foreach (var item in items)
        {
            write(writer, item);
        }
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    private static ImmutableArray<T> Many<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new List<T>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            items.Add(read(reader));
        }
        return [.. items];
    }

    private static double[] Doubles(BinaryReader reader, int count)
    {
        var values = new double[count];
        for (var at = 0; at < count; at++)
        {
            values[at] = reader.ReadDouble();
        }
        return values;
    }
}
