namespace Caravan.Reporting;

/// <summary>Which parts of <c>caravan build</c> are wanted.</summary>
public enum BuildScope
{
    /// <summary>Both, where there are costs to reckon.</summary>
    All,

    /// <summary>Only money and debt.</summary>
    Finance,

    /// <summary>Only ranking and order.</summary>
    Ranking,
}
