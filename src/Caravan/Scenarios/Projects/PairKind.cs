namespace Caravan.Scenarios.Projects;

/// <summary>What two projects are to each other.</summary>
public enum PairKind
{
    /// <summary>They change each other by less than a hundredth of what the smaller is worth alone.</summary>
    Independent,

    /// <summary>Worth more together, with nothing else built and with everything else.</summary>
    Complements,

    /// <summary>Worth less together, with nothing else built and with everything else.</summary>
    Substitutes,

    /// <summary>One with nothing else built, the other with everything else.</summary>
    Mixed,
}
