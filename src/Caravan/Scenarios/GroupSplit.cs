namespace Caravan.Scenarios;

/// <summary>By what economies are put into a group.</summary>
public enum GroupSplit
{
    /// <summary>Members of the package and the others.</summary>
    Membership,

    /// <summary>With or without a sea coast.</summary>
    Coast,

    /// <summary>Income group of the baseline.</summary>
    Income,

    /// <summary>Region of the baseline.</summary>
    Region,

    /// <summary>All economies.</summary>
    World,
}
