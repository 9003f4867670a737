using System.Xml.Linq;

namespace Caravan.Tests;

public class DependencyTests
{
    [Fact]
    public void Every_package_has_a_reason_and_every_reason_a_package()
    {
        var packages = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion").Select(package => (string)package.Attribute("Include")!);
        var reasons = File.ReadLines(Path.Combine(Repository.Root, "docs", "dependencies.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .ToDictionary(line => line.Split('`')[1], line => line.Split('|')[2].Trim());
        Assert.Equal(packages.Order(StringComparer.Ordinal), reasons.Keys.Order(StringComparer.Ordinal));
        Assert.All(reasons.Values, reason => Assert.True(reason.Length > 20, reason));
    }
}
