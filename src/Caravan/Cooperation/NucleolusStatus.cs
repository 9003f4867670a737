namespace Caravan.Cooperation;

/// <summary>How the search for the nucleolus ended.</summary>
public enum NucleolusStatus
{
    /// <summary>Found.</summary>
    Found,

    /// <summary>All together are worth less than each alone, so nothing gives everyone what they have alone.</summary>
    NoImputation,

    /// <summary>A linear program was not solved to its tolerance; there are no payoffs.</summary>
    NotSolved,
}
