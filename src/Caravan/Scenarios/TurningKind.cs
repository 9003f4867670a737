namespace Caravan.Scenarios;

/// <summary>What is done to an offer.</summary>
public enum TurningKind
{
    /// <summary>An action is taken out.</summary>
    Drop,

    /// <summary>An action is halved.</summary>
    Halve,

    /// <summary>An action is added that was not on the table.</summary>
    Add,
}
