using Caravan.Data;
using Caravan.Data.Building;

namespace Caravan.Tests.Data.Building;

/// <summary>The world built once for all tests that need it.</summary>
public sealed class BuiltWorld
{
    private readonly Lazy<BuildReport> _report =
        new(() => World2023Builder.BuildWithReport(Path.Combine(Repository.Shared, "data")));

    public BuildReport Report => _report.Value;

    public Baseline Baseline => Report.Baseline;

    public int Economy(string code)
    {
        var n = Baseline.IndexOfEconomy(code);
        Assert.True(n >= 0, code);
        return n;
    }
}
