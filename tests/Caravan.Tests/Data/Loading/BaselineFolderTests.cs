using System.Text.RegularExpressions;
using Caravan.Data.Loading;

namespace Caravan.Tests.Data.Loading;

public class BaselineFolderTests
{
    [Fact]
    public void Read_what_was_written_is_the_same_to_the_last_bit()
    {
        using var folder = new TemporaryFolder();
        var worlds = new[]
        {
            TinyWorld.Create(), TinyWorld.Create(tariff: tariff => (tariff[0], tariff[1]) = (-0.0, 1e-300)),
            RandomWorld.Create(1, 9, 5, zeroShare: 0.4),
        };
        foreach (var world in worlds)
        {
            BaselineFolder.Write(world, folder.File("world"));
            SameBaseline.Assert(world, BaselineFolder.Read(folder.File("world")));
        }
    }

    [Fact]
    public void Write_read_write_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(RandomWorld.Create(2, 7, 4, zeroShare: 0.3), folder.File("one"));
        BaselineFolder.Write(BaselineFolder.Read(folder.File("one")), folder.File("two"));
        string[] files =
        [
            "datapackage.json", "economies.csv", "elasticities.csv", "inputs.csv", "macro.csv", "production.csv",
            "sectors.csv", "sets.csv", "trade.csv",
        ];
        Assert.Equal(files, Directory.GetFiles(folder.File("one")).Select(Path.GetFileName).Order());
        Assert.Equal(files, Directory.GetFiles(folder.File("two")).Select(Path.GetFileName).Order());
        foreach (var file in files)
        {
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(folder.File("one"), file)),
                File.ReadAllBytes(Path.Combine(folder.File("two"), file)));
        }
    }

    [Fact]
    public void Write_leaves_other_files_alone()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("notes.txt"), "mine");
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        Assert.Equal("mine", File.ReadAllText(folder.File("notes.txt")));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.part"));
    }

    [Fact]
    public void Read_any_order_of_rows_and_columns_gives_the_same_numbers()
    {
        using var folder = new TemporaryFolder();
        var world = TinyWorld.Create();
        BaselineFolder.Write(world, folder.Path);
        foreach (var name in new[] { "economies", "trade", "inputs", "production", "macro" })
        {
            folder.Rewrite(name + ".csv", lines =>
            [
                Reversed(lines[0]) + ",remark", .. lines.Skip(1).Reverse().Select(line => Reversed(line) + ",\"a, b\""),
            ]);
        }
        var read = BaselineFolder.Read(folder.Path);
        Assert.Equal(world.Trade.ToArray(), read.Trade.ToArray());
        Assert.Equal(world.InputShare.ToArray(), read.InputShare.ToArray());
        Assert.Equal(world.FinalShare.ToArray(), read.FinalShare.ToArray());
        Assert.Equal(world.Economies.Select(economy => economy.Code), read.Economies.Select(economy => economy.Code));
        Assert.Equal("Cesia, rest of", read.Economies[2].Name);
    }

    [Fact]
    public void Read_only_the_required_columns_and_no_descriptor_is_enough()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(tariff: Array.Clear), folder.Path);
        File.Delete(folder.File("datapackage.json"));
        File.Delete(folder.File("sets.csv"));
        folder.Rewrite("economies.csv", _ => ["economy", "AAA", "BBB", "CCC"]);
        folder.Rewrite("sectors.csv", _ => ["sector", "GDS", "SRV"]);
        folder.Rewrite("trade.csv", lines => [.. lines.Select(line => string.Join(',', line.Split(',').Take(4)))]);
        folder.Rewrite("macro.csv", lines => [.. lines.Select(line => string.Join(',', line.Split(',').Take(3)))]);
        folder.Rewrite("elasticities.csv", _ => ["sector,theta", "SRV,6", "GDS,4"]);
        var read = BaselineFolder.Read(folder.Path);
        Assert.Equal(Path.GetFileName(folder.Path), read.Name);
        Assert.Equal("AAA", read.Economies[0].Name);
        Assert.Equal(read.ValueAdded.AsEnumerable(), read.Gdp);
        Assert.Equal([4.0, 6.0], read.Elasticities[0].Theta.AsEnumerable());
        Assert.Equal("default", read.Elasticities[0].Name);
        Assert.All(read.TariffRate.ToArray(), rate => Assert.Equal(0, rate));
    }

    [Fact]
    public void Read_tariff_inclusive_values_are_made_net()
    {
        using var folder = new TemporaryFolder();
        var world = TinyWorld.Create();
        BaselineFolder.Write(world, folder.Path);
        folder.Rewrite("datapackage.json", lines =>
            [.. lines.Select(line => line.Replace("\"net\"", "\"tariff-inclusive\""))]);
        folder.Rewrite("trade.csv", lines => [lines[0], .. lines.Skip(1).Select(WithTariff)]);
        var read = BaselineFolder.Read(folder.Path);
        Assert.Equal(world.Trade[0, 1, 0], read.Trade[0, 1, 0], 1e-12);
        Assert.Equal(world.Trade[0, 0, 1], read.Trade[0, 0, 1], 1e-12);

        static string WithTariff(string line)
        {
            var cells = line.Split(',');
            cells[3] = (double.Parse(cells[3]) * (1 + double.Parse(cells[4]))).ToString("R");
            return string.Join(',', cells);
        }
    }

    [Fact]
    public void Read_semicolons_and_another_file_name_are_understood()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        folder.Rewrite("macro.csv", lines => [.. lines.Select(line => line.Replace(',', ';'))]);
        File.Move(folder.File("macro.csv"), folder.File("totals.csv"));
        folder.Rewrite("datapackage.json", lines => [.. lines.Select(line => line.Replace("macro.csv", "totals.csv"))]);
        SameBaseline.Assert(TinyWorld.Create(), BaselineFolder.Read(folder.Path));
    }

    [Fact]
    public void Write_the_descriptor_names_every_column_of_every_file()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(folder.File("datapackage.json")));
        Assert.Equal("tabular-data-package", json.RootElement.GetProperty("profile").GetString());
        foreach (var resource in json.RootElement.GetProperty("resources").EnumerateArray())
        {
            var header = File.ReadLines(folder.File(resource.GetProperty("path").GetString()!)).First().Split(',');
            var schema = resource.GetProperty("schema");
            Assert.Equal(header, schema.GetProperty("fields").EnumerateArray()
                .Select(field => field.GetProperty("name").GetString()));
            Assert.All(schema.GetProperty("fields").EnumerateArray(), field =>
            {
                Assert.Contains(field.GetProperty("type").GetString(), (string[])["string", "number", "boolean"]);
                Assert.NotEmpty(field.GetProperty("description").GetString()!);
            });
            Assert.All(schema.GetProperty("primaryKey").EnumerateArray(),
                key => Assert.Contains(key.GetString(), header));
        }
    }

    // Cells in reverse order; a comma between quotes is not a border.
    private static string Reversed(string line) =>
        string.Join(',', Regex.Matches(line, "\"[^\"]*\"|(?<=^|,)[^,\"]*").Select(cell => cell.Value).Reverse());
}
