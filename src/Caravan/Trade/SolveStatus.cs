namespace Caravan.Trade;

/// <summary>How a solve ended.</summary>
public enum SolveStatus
{
    /// <summary>Every equation holds to the tolerance.</summary>
    Converged,

    /// <summary>The iteration limit was reached first; the numbers are not an equilibrium.</summary>
    IterationLimit,

    /// <summary>A value left the range of finite numbers; the numbers are not an equilibrium.</summary>
    NotFinite,

    /// <summary>An economy's spending would be negative: the shock asks for more than it earns.</summary>
    NoEquilibrium,
}
