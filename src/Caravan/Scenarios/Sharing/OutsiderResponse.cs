namespace Caravan.Scenarios.Sharing;

/// <summary>What members outside a coalition do while it takes its actions.</summary>
public enum OutsiderResponse
{
    /// <summary>They keep the status quo: none of their actions happen.</summary>
    StatusQuo,

    /// <summary>
    /// They form a coalition of their own and take every action all of whose <c>by</c> are outside; a game in partition
    /// function form with two parts.
    /// </summary>
    Respond,
}
