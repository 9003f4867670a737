using Caravan.Data;

namespace Caravan.Tests.Data;

public class RecentlyUsedTests
{
    [Fact]
    public void Find_forgets_what_was_unused_for_longest()
    {
        var memory = new RecentlyUsed<int, string>(2);
        memory.Remember(1, "one");
        memory.Remember(2, "two");
        Assert.Equal("one", memory.Find(1));
        memory.Remember(3, "three");
        Assert.Null(memory.Find(2));
        Assert.Equal(("one", "three", 2), (memory.Find(1), memory.Find(3), memory.Count));
    }

    [Fact]
    public void Remember_takes_the_place_of_an_older_value()
    {
        var memory = new RecentlyUsed<int, string>(2);
        memory.Remember(1, "one");
        memory.Remember(1, "uno");
        memory.Remember(2, "two");
        Assert.Equal(("uno", 2), (memory.Find(1), memory.Count));
    }

    [Fact]
    public void Capacity_below_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecentlyUsed<int, string>(0));
}
