namespace Caravan.Scenarios;

/// <summary>Whether an action must have a field.</summary>
public enum LeverFieldNeed
{
    /// <summary>May be left out.</summary>
    Optional,

    /// <summary>Must be there.</summary>
    Required,

    /// <summary>Exactly one of the lever's fields with this mark is there; none only where one has a default.</summary>
    OneOf,

    /// <summary>At least one of the lever's fields with this mark is there.</summary>
    AnyOf,
}
