using System.Text.Json;
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

    [Fact]
    public void Every_package_of_the_page_has_a_reason()
    {
        var reasons = File.ReadAllText(Path.Combine(Repository.Root, "docs", "dependencies.md"));
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "web", "package.json")));
        foreach (var part in new[] { "dependencies", "devDependencies" })
        {
            Assert.All(package.RootElement.GetProperty(part).EnumerateObject(), entry =>
                Assert.Contains($"`{entry.Name}`", reasons));
        }
    }

    [Fact]
    public void Lock_file_of_the_page_names_no_host()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "web", "package-lock.json")));
        Assert.All(file.RootElement.GetProperty("packages").EnumerateObject(), entry =>
        {
            Assert.False(entry.Value.TryGetProperty("resolved", out _), entry.Name);
            Assert.True(entry.Name == "" || entry.Value.TryGetProperty("integrity", out _), entry.Name);
        });
    }
}
