using Caravan.Reporting;

namespace Caravan.Tests.Reporting;

public sealed class BundleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caravan-bundle-").FullName;

    private string Target => Path.Combine(_folder, "out");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_makes_every_file_that_its_readme_names()
    {
        Write("");
        var files = Directory.GetFiles(Target).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)
            .ToArray();
        Assert.Equal(
            ["README.md", "chart.svg", "economies.csv", "flows.csv", "groups.csv", "inequality.csv", "results.xlsx", "run.json",
                "scenario.yaml", "sectors.csv", "summary.md"],
            files);
        var readme = File.ReadAllText(Path.Combine(Target, "README.md"));
        Assert.All(files, file => Assert.Contains($"`{file}`", readme));
        Assert.All(EconomyColumns.All, column => Assert.Contains(column.Meaning, readme));
        ApprovedText.Check("bundle-readme", readme);
    }

    [Fact]
    public void Write_twice_gives_the_same_bytes_and_leaves_nothing_beside()
    {
        Write("");
        var first = Directory.GetFiles(Target).ToDictionary(file => file, File.ReadAllBytes);
        Write("");
        Assert.All(first, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Write_holds_no_path_of_the_machine_and_no_milliseconds()
    {
        Write("");
        foreach (var file in Directory.GetFiles(Target))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain(_folder, text);
            Assert.DoesNotContain("17.75", text);
        }
    }

    [Fact]
    public void Write_several_makes_a_folder_each()
    {
        Write("first", "second/one-sector");
        Assert.True(File.Exists(Path.Combine(Target, "first", "run.json")));
        Assert.True(File.Exists(Path.Combine(Target, "second", "one-sector", "run.json")));
        Write("first");
        Assert.False(Directory.Exists(Path.Combine(Target, "second")));
    }

    [Fact]
    public void Write_refuses_a_folder_with_other_files()
    {
        Directory.CreateDirectory(Target);
        var other = Path.Combine(Target, "thesis.docx");
        File.WriteAllText(other, "years of work");
        var refusal = Assert.Throws<IOException>(() => Write(""));
        Assert.Contains("not a result bundle", refusal.Message);
        Assert.Equal("years of work", File.ReadAllText(other));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Write_where_nothing_can_be_written_names_the_folder()
    {
        if (Directory.Exists("/proc/self"))
        {
            var refusal = Assert.Throws<IOException>(() => Bundle.Write("/proc/x", [new BundlePart("", ResultSample.Converged)]));
            Assert.StartsWith("/proc/x cannot be written: ", refusal.Message);
            Assert.DoesNotContain("partial", refusal.Message);
        }
    }

    [Fact]
    public void Write_that_fails_leaves_the_older_bundle()
    {
        Write("");
        var before = File.ReadAllBytes(Path.Combine(Target, "run.json"));
        var failing = new BundlePart("", ResultSample.Converged with { Flows = Failing() });
        Assert.Throws<InvalidDataException>(() => Bundle.Write(Target, [failing]));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(Target, "run.json")));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));

        static IEnumerable<Caravan.Scenarios.FlowResult> Failing()
        {
            yield return default;
            throw new InvalidDataException("no more flows");
        }
    }

    private void Write(params string[] folders) => Bundle.Write(
        Target, [.. folders.Select(folder => new BundlePart(folder, ResultSample.Converged))]);
}
