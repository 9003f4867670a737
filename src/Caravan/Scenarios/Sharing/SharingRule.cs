namespace Caravan.Scenarios.Sharing;

/// <summary>A principle by which gains are shared.</summary>
public enum SharingRule
{
    /// <summary>What each member adds, averaged over every order of joining.</summary>
    Shapley,

    /// <summary>The largest complaint of any coalition as small as it can be, then the second largest.</summary>
    Nucleolus,

    /// <summary>What each has without agreement, and the rest by weight.</summary>
    Nash,

    /// <summary>The same amount to each.</summary>
    Egalitarian,

    /// <summary>The same percentage of income to each.</summary>
    Proportional,

    /// <summary>Winners give up the same part of their gain so that nobody loses.</summary>
    EqualSacrifice,

    /// <summary>The same return on each dollar of cost borne.</summary>
    CostProportional,

    /// <summary>What each member adds, averaged over every coalition of the others, made to sum to the total.</summary>
    Banzhaf,
}
