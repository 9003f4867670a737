namespace Caravan.Scenarios.Sharing;

/// <summary>What side payments are to prevent.</summary>
public enum PaymentAim
{
    /// <summary>That a member loses.</summary>
    NobodyLoses,

    /// <summary>That a member is better off alone, with nothing else happening.</summary>
    NobodyBetterAlone,

    /// <summary>That a member is better off outside while all others go on.</summary>
    NobodyGainsByLeaving,

    /// <summary>That a coalition is better off by itself.</summary>
    NoCoalitionObjects,

    /// <summary>That a coalition is better off by itself by more than the amount of the least core.</summary>
    LeastCore,
}
