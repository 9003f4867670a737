using Caravan.Data;
using Caravan.Data.Loading;

namespace Caravan.Tests.Data.Loading;

public class BaselinesTests
{
    [Fact]
    public void Load_takes_files_and_folders()
    {
        using var folder = new TemporaryFolder();
        var world = TinyWorld.Create();
        BaselineFile.Write(world, folder.File("tiny.caravan"));
        BaselineFolder.Write(world, folder.File("tiny"));
        SameBaseline.Assert(world, Baselines.Load(folder.File("tiny.caravan")));
        SameBaseline.Assert(world, Baselines.Load(folder.File("tiny")));
    }

    [Fact]
    public void Load_every_shipped_baseline_has_no_errors_and_holds_its_identities()
    {
        foreach (var name in Baselines.Names)
        {
            var report = BaselineCheck.Check(Baselines.Load(name));
            Assert.Empty(report.Errors);
            Assert.All(report.Identities, identity => Assert.InRange(identity.LargestViolation, 0, 1e-12));
        }
    }

    [Fact]
    public void Load_an_unknown_name_lists_what_there_is()
    {
        var error = Assert.Throws<InputException>(() => Baselines.Load("no-such-world"));
        Assert.Contains("no baseline of this name", error.Message);
        Assert.All(Baselines.Names, name => Assert.Contains(name, error.Message));
    }

    [Fact]
    public void Load_an_unknown_path_says_so()
    {
        var error = Assert.Throws<InputException>(() => Baselines.Load("no/such/world.caravan"));
        Assert.Equal("no/such/world.caravan: there is no such file or folder", error.Message);
    }

    [Fact]
    public void Load_a_file_with_bad_numbers_reports_them()
    {
        using var folder = new TemporaryFolder();
        var world = TinyWorld.Create(tariff: tariff => tariff[1] = 12);
        BaselineFile.Write(world, folder.File("bad.caravan"));
        var error = Assert.Throws<InputException>(() => Baselines.Load(folder.File("bad.caravan")));
        Assert.Contains("tariff_rate is 12 for GDS from AAA to BBB", error.Message);
    }
}
