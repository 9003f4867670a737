using Caravan.Data;

namespace Caravan.Tests.Data;

public class NearestWordTests
{
    [Theory]
    [InlineData("KZA", "KAZ")]
    [InlineData("kaz", "KAZ")]
    [InlineData("ZA", "DZA")]
    [InlineData("turkmenistn", "Turkmenistan")]
    [InlineData("XXXXX", null)]
    [InlineData("", null)]
    public void Find_takes_the_closest_and_prefers_the_same_first_letter(string word, string? expected) =>
        Assert.Equal(expected, NearestWord.Find(word, ["DZA", "KAZ", "Turkmenistan"]));
}
