namespace Caravan.Cooperation;

/// <summary>Whether bargaining was solved.</summary>
public enum BargainingStatus
{
    /// <summary>An equilibrium, checked for one-shot deviations.</summary>
    Solved,

    /// <summary>
    /// No equilibrium was found in which a chair always does the same at the same place of the order. With a fixed number
    /// of rounds there is always one.
    /// </summary>
    NotFound,
}
