using System.Diagnostics;
using Caravan.Data;
using Caravan.Data.Loading;

namespace Caravan.Tests.Data.Loading;

public class BaselineFileTests
{
    [Fact]
    public void Read_what_was_written_is_the_same_to_the_last_bit()
    {
        using var folder = new TemporaryFolder();
        foreach (var world in new[] { TinyWorld.Create(), RandomWorld.Create(1, 9, 5, zeroShare: 0.4) })
        {
            BaselineFile.Write(world, folder.File("world.caravan"));
            SameBaseline.Assert(world, BaselineFile.Read(folder.File("world.caravan")));
        }
    }

    [Fact]
    public void Write_special_numbers_survive()
    {
        using var folder = new TemporaryFolder();
        var world = TinyWorld.Create(
            trade => trade[1] = double.Epsilon, tariff => (tariff[0], tariff[1]) = (-0.0, 1e-300));
        BaselineFile.Write(world, folder.File("world.caravan"));
        SameBaseline.Assert(world, BaselineFile.Read(folder.File("world.caravan")));
    }

    [Fact]
    public void Write_twice_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        BaselineFile.Write(TinyWorld.Create(), folder.File("one.caravan"));
        BaselineFile.Write(TinyWorld.Create(), folder.File("two.caravan"));
        Assert.Equal(File.ReadAllBytes(folder.File("one.caravan")), File.ReadAllBytes(folder.File("two.caravan")));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void ContentHash_changes_with_anything_in_the_baseline()
    {
        var hash = TinyWorld.Create().ContentHash;
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, TinyWorld.Create().ContentHash);
        Assert.NotEqual(hash, TinyWorld.Create(trade => trade[3] = Math.BitIncrement(trade[3])).ContentHash);
        Assert.NotEqual(hash, TinyWorld.Create(tariff: tariff => tariff[1] += 1e-9).ContentHash);
        Assert.NotEqual(hash, TinyWorld.Create(
            valueAddedShare: gamma => gamma[0] = Math.BitDecrement(gamma[0])).ContentHash);
    }

    [Fact]
    public void Read_a_damaged_byte_never_changes_the_content()
    {
        using var folder = new TemporaryFolder();
        var world = TinyWorld.Create();
        BaselineFile.Write(world, folder.File("world.caravan"));
        var bytes = File.ReadAllBytes(folder.File("world.caravan"));
        var refused = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 0x40;
            try
            {
                // a compressed block has a few bits of padding that mean nothing
                Assert.Equal(world.ContentHash, BaselineFile.Parse(damaged, "x.caravan").ContentHash);
            }
            catch (InputException error)
            {
                Assert.Equal("x.caravan", Assert.Single(error.Issues).File);
                refused++;
            }
        }
        Assert.InRange(refused, bytes.Length - 20, bytes.Length);
    }

    [Fact]
    public void Read_a_file_cut_off_anywhere_is_noticed()
    {
        using var folder = new TemporaryFolder();
        BaselineFile.Write(TinyWorld.Create(), folder.File("world.caravan"));
        var bytes = File.ReadAllBytes(folder.File("world.caravan"));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<InputException>(() => BaselineFile.Parse(bytes.AsMemory(0, length), "x.caravan"));
        }
        var error = Assert.Throws<InputException>(() => BaselineFile.Parse(bytes.AsMemory(0, bytes.Length - 1), "x"));
        Assert.Contains("cut off", error.Message);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("economy,name\nKAZ,Kazakhstan\n", "not a .caravan baseline file")]
    [InlineData("CARAVAN\u0009 and then something that is no baseline at all", "format version 9")]
    public void Read_other_files_says_what_they_are_not(string content, string problem)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("x.caravan"), content);
        var error = Assert.Throws<InputException>(() => BaselineFile.Read(folder.File("x.caravan")));
        Assert.Contains(problem, error.Message);
    }

    [Fact]
    public void Read_a_huge_file_is_refused_by_size()
    {
        using var folder = new TemporaryFolder();
        using (var stream = File.Create(folder.File("x.caravan")))
        {
            stream.SetLength(InputLimits.LargestFileBytes + 1L);
        }
        var error = Assert.Throws<InputException>(() => BaselineFile.Read(folder.File("x.caravan")));
        Assert.Contains("at most 200 MB", error.Message);
    }

    [Fact]
    public void Read_a_world_of_140_by_28_is_small_and_fast()
    {
        using var folder = new TemporaryFolder();
        BaselineFile.Write(RandomWorld.Create(5, 140, 28, zeroShare: 0.2), folder.File("world.caravan"));
        Assert.InRange(new FileInfo(folder.File("world.caravan")).Length, 1, 12_000_000);
        // 46 ms in a cold process on an idle machine; the bound leaves room for a busy one
        var fastest = Enumerable.Range(0, 3).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            BaselineFile.Read(folder.File("world.caravan"));
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        Assert.InRange(fastest, 0, 1000);
    }
}
