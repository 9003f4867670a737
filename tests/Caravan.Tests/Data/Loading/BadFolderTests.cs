using Caravan.Data;
using Caravan.Data.Loading;

namespace Caravan.Tests.Data.Loading;

/// <summary>Every kind of bad folder names file, line, what was found and how to mend it.</summary>
public class BadFolderTests
{
    [Theory]
    // file, line, text there, text instead, expected issue
    [InlineData("trade.csv", 3, "GDS,AAA,BBB,20,", "GDS,AAA,BBB,-3,",
        "trade.csv:3: value_musd is -3 for GDS from AAA to BBB; zero or more is expected")]
    [InlineData("trade.csv", 3, "GDS,AAA,BBB,20,", "GDS,AAA,BBB,NaN,",
        "trade.csv:3: value_musd is NaN for GDS from AAA to BBB; a finite number is expected")]
    [InlineData("trade.csv", 3, "GDS,AAA,BBB,20,", "GDS,AAA,BBB,1e999,",
        "trade.csv:3: value_musd is Infinity for GDS from AAA to BBB; a finite number is expected")]
    [InlineData("trade.csv", 3, "GDS,AAA,BBB,20,", "GDS,AAA,BBB,many,",
        "trade.csv:3: value_musd is \"many\"; give a number")]
    [InlineData("trade.csv", 3, "GDS,AAA,BBB,20,", "GDS,AAA,BBB,,", "trade.csv:3: value_musd is empty; give a number")]
    [InlineData("trade.csv", 3, "GDS,AAA,BBB,20,", "GDS,AAA,BBB,\"2,5\",",
        "trade.csv:3: value_musd is \"2,5\"; write a number with a point, such as 0.12")]
    [InlineData("trade.csv", 3, "GDS,AAA,BBB,20,0.05", "GDS,AAA,BBB,20,12",
        "trade.csv:3: tariff_rate is 12 for GDS from AAA to BBB; more than -1 and at most 10 is expected; "
        + "give a fraction: 0.12 for 12 %")]
    [InlineData("trade.csv", 3, "GDS,AAA,BBB,20,0.05", "GDS,AAA,BBB,20,-1",
        "trade.csv:3: tariff_rate is -1 for GDS from AAA to BBB; more than -1 and at most 10 is expected")]
    [InlineData("trade.csv", 2, "GDS,AAA,AAA,100,0,", "GDS,AAA,AAA,100,0.5,",
        "trade.csv:2: tariff_rate is 0.5 for own sales; zero is expected")]
    [InlineData("trade.csv", 3, "GDS,AAA,BBB,", "GDS,AAA,BBC,",
        "trade.csv:3: destination is \"BBC\", an unknown economy; did you mean BBB?")]
    [InlineData("trade.csv", 3, "GDS,AAA,", "GDT,AAA,", "trade.csv:3: sector is \"GDT\", an unknown sector; "
        + "did you mean GDS?")]
    [InlineData("trade.csv", 4, "GDS,AAA,CCC,", "GDS,AAA,BBB,",
        "trade.csv:4: sector GDS, AAA, BBB is given twice, first in line 3")]
    [InlineData("trade.csv", 3, ",false", ",perhaps", "trade.csv:3: estimated is \"perhaps\"; give true or false")]
    [InlineData("trade.csv", 3, ",false", "", "trade.csv:3: the row has 5 cells and the header 6")]
    [InlineData("trade.csv", 1, "value_musd", "value_usd",
        "trade.csv:1: column value_musd is missing; is it value_usd?")]
    [InlineData("trade.csv", 1, "value_musd", "x", "trade.csv:1: column value_musd is missing; the header has sector, "
        + "origin, destination, x, tariff_rate, estimated")]
    [InlineData("trade.csv", 1, "estimated", "Sector", "trade.csv:1: column sector is there twice; keep one of them")]
    [InlineData("inputs.csv", 2, "AAA,GDS,GDS,0.3", "AAA,GDS,GDS,0.2",
        "production.csv:2: value added and input shares of GDS in AAA: found 0.9, expected 1; "
        + "the largest relative violation is 1e-1 of GDS in AAA")]
    [InlineData("inputs.csv", 2, "AAA,GDS,GDS,0.3", "AAA,GDS,GDS,-0.3",
        "inputs.csv:2: share is -0.3 for input GDS of GDS in AAA; between 0 and 1 is expected")]
    [InlineData("production.csv", 2, "AAA,GDS,0.5,", "AAA,GDS,0.5,1",
        "production.csv:2: final_share is 10.")]
    [InlineData("macro.csv", 2, "AAA,", "AAA,-", "macro.csv:2: value_added_musd is -1")]
    [InlineData("macro.csv", 3, "BBB,", "AAA,", "macro.csv:3: economy AAA is given twice, first in line 2")]
    [InlineData("macro.csv", 3, "BBB,", "AAA,", "macro.csv: there is no row for BBB; add the row")]
    [InlineData("elasticities.csv", 2, "4.5", "0", "elasticities.csv:2: theta is 0 for GDS in set default; "
        + "more than zero is expected")]
    [InlineData("elasticities.csv", 2, "GDS", "SRV", "elasticities.csv: there is no row for GDS in set default")]
    [InlineData("economies.csv", 3, "high", "hihg", "economies.csv:3: income_group is \"hihg\"; give low, ")]
    [InlineData("economies.csv", 3, "BBB", "AAA", "economies.csv:3: economy AAA is given twice")]
    [InlineData("sectors.csv", 2, "goods", "things", "sectors.csv:2: kind is \"things\"; give goods or services")]
    [InlineData("sets.csv", 2, "BBB", "BBD", "sets.csv:2: economy is \"BBD\", an unknown economy; did you mean BBB?")]
    [InlineData("datapackage.json", 1, "{", "[", "this is not valid JSON")]
    [InlineData("datapackage.json", 17, "net", "gross", "datapackage.json: caravan.values is \"gross\"; give \"net\"")]
    public void Read_a_bad_cell_names_file_and_line(
        string file, int line, string found, string instead, string expected)
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        folder.Rewrite(file, lines =>
        {
            Assert.Contains(found, lines[line - 1]);
            lines[line - 1] = lines[line - 1].Replace(found, instead);
            return lines;
        });
        Assert.Contains(expected, Assert.Throws<InputException>(() => BaselineFolder.Read(folder.Path)).Message);
    }

    [Fact]
    public void Read_deficits_that_do_not_sum_to_zero_are_refused()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        folder.Rewrite("macro.csv", lines =>
        {
            var cells = lines[2].Split(',');
            cells[2] = "100";
            lines[2] = string.Join(',', cells);
            return lines;
        });
        var error = Assert.Throws<InputException>(() => BaselineFolder.Read(folder.Path));
        Assert.Contains("macro.csv:2: deficits of all economies: found ", error.Message);
    }

    [Fact]
    public void Read_final_shares_that_do_not_sum_to_one_are_refused()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        folder.Rewrite("production.csv", lines =>
        {
            lines[4] = "BBB,SRV,0.6,0.1";
            return lines;
        });
        var error = Assert.Throws<InputException>(() => BaselineFolder.Read(folder.Path));
        Assert.StartsWith("production.csv:4: final shares of BBB: found ", error.Message);
    }

    [Fact]
    public void Read_problems_of_all_files_come_together()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        File.Delete(folder.File("inputs.csv"));
        folder.Rewrite("trade.csv", lines => [lines[0], .. lines.Skip(1).Select(line => line.Replace("GDS,", "GDT,"))]);
        folder.Rewrite("macro.csv", lines => [.. lines.Select(line => line.Replace("AAA,", "AAA,-"))]);
        folder.Rewrite("elasticities.csv", lines => [.. lines.Select(line => line.Replace("4.5,", "x,"))]);
        var issues = Assert.Throws<InputException>(() => BaselineFolder.Read(folder.Path)).Issues;
        Assert.Equal(["trade.csv", "inputs.csv", "elasticities.csv", "macro.csv"], issues.Select(issue => issue.File));
        Assert.Contains("(9 rows like this)", issues[0].Problem);
        Assert.Equal("the file is missing", issues[1].Problem);
        Assert.Equal(2, issues[3].Line);
    }

    [Theory]
    [InlineData("trade.csv", "", "trade.csv: the file is empty")]
    [InlineData("trade.csv", "\n\n", "trade.csv: the file is empty")]
    [InlineData("economies.csv", "economy,name\n", "economies.csv: there are no rows below the header")]
    [InlineData("trade.csv", "PK\u0003\u0004\0\0\0", "trade.csv: this is a binary file")]
    [InlineData("datapackage.json", "", "datapackage.json:1: this is not valid JSON")]
    public void Read_a_file_of_another_kind_is_refused(string file, string content, string expected)
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        File.WriteAllText(folder.File(file), content);
        Assert.Contains(expected, Assert.Throws<InputException>(() => BaselineFolder.Read(folder.Path)).Message);
    }

    [Fact]
    public void Read_text_in_another_encoding_is_refused()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        File.WriteAllBytes(folder.File("sets.csv"), [.. "set,economy,title\nx,AAA,"u8, 0xE9, (byte)'\n']);
        var error = Assert.Throws<InputException>(() => BaselineFolder.Read(folder.Path));
        Assert.Contains("the text is not UTF-8", error.Message);
    }

    [Fact]
    public void Read_an_endless_cell_is_refused()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        File.AppendAllText(folder.File("trade.csv"), "\"" + new string('x', 100_000));
        var error = Assert.Throws<InputException>(() => BaselineFolder.Read(folder.Path));
        Assert.Contains("a cell is longer than", error.Message);
    }

    [Fact]
    public void Read_a_huge_file_is_refused_by_size()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        using (var stream = File.Create(folder.File("trade.csv")))
        {
            stream.SetLength(InputLimits.LargestFileBytes + 1L);
        }
        var error = Assert.Throws<InputException>(() => BaselineFolder.Read(folder.Path));
        Assert.Contains("trade.csv: the file has 200 MB; at most 200 MB are read", error.Message);
    }

    [Fact]
    public void Read_too_many_cells_are_refused_before_memory_is_taken()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        folder.Rewrite("economies.csv", _ => ["economy", .. Enumerable.Range(0, 4000).Select(n => $"E{n}")]);
        var error = Assert.Throws<InputException>(() => BaselineFolder.Read(folder.Path));
        Assert.Contains("4000 economies and 2 sectors make 32000000 cells", error.Message);
    }

    [Fact]
    public void Read_a_path_out_of_the_folder_is_refused()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        folder.Rewrite("datapackage.json", lines =>
            [.. lines.Select(line => line.Replace("macro.csv", "../macro.csv"))]);
        var error = Assert.Throws<InputException>(() => BaselineFolder.Read(folder.Path));
        Assert.Contains("the path of macro is \"../macro.csv\"; give a file inside the folder", error.Message);
    }

    [Theory]
    [InlineData("trade.csv.gz", "trade.csv: the file is missing; trade.csv.gz is there: unpack it with gunzip")]
    [InlineData("Trade.csv", "trade.csv: the file is missing; Trade.csv is there: give it the name in small letters")]
    public void Read_a_missing_file_names_the_one_beside_it(string name, string expected)
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        File.Move(folder.File("trade.csv"), folder.File("moved"));
        File.Move(folder.File("moved"), folder.File(name));
        Assert.Contains(expected, Assert.Throws<InputException>(() => BaselineFolder.Read(folder.Path)).Message);
    }

    [Fact]
    public void Read_elasticities_that_are_inverse_warns()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        folder.Rewrite("elasticities.csv", lines =>
            ["set,sector,theta", "default,GDS,0.2", "default,SRV,0.25"]);
        Assert.Equal("elasticities.csv:2: every elasticity in set default is below one; theta is expected, not 1 / theta",
            Assert.Single(BaselineFolder.Read(folder.Path).Warnings).ToString());
    }

    [Fact]
    public void Read_a_missing_folder_says_so() => Assert.Contains("there is no such folder",
        Assert.Throws<InputException>(() => BaselineFolder.Read("no-such-folder")).Message);
}
