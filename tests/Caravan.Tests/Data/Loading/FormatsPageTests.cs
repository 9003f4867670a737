using Caravan.Data;
using Caravan.Data.Loading;

namespace Caravan.Tests.Data.Loading;

public class FormatsPageTests
{
    private static string Page => File.ReadAllText(Path.Combine(Repository.Root, "docs", "formats.md"));

    [Fact]
    public void Page_has_the_columns_that_the_loaders_read()
    {
        Assert.Contains(FolderTables.ToMarkdown(), Page);
        Assert.Contains(KiteTables.ToMarkdown(), Page);
    }

    [Fact]
    public void Page_has_the_limits_that_the_loaders_keep()
    {
        var words = Page.ReplaceLineEndings(" ");
        Assert.Contains($"Files above {InputLimits.LargestFileBytes / 1_000_000} MB", words);
        Assert.Contains($"worlds above {InputLimits.MostCells / 1_000_000} million bilateral cells", words);
        Assert.Contains($"or above {BaselineCheck.HighestTariffRate} (a percentage", words);
        Assert.Contains($"within {BaselineCheck.Tolerance:0.#e-0}.", words);
    }
}
