namespace Caravan.Scenarios.Sharing;

/// <summary>What each member has where no agreement is reached, for bargaining.</summary>
public enum Disagreement
{
    /// <summary>What it is worth as a coalition of its own.</summary>
    Alone,

    /// <summary>Nothing happens, and nobody gains or loses anything.</summary>
    StatusQuo,
}
