namespace Caravan.Scenarios;

/// <summary>What talking is worth to a party.</summary>
/// <param name="Party">Name of the bloc or economy.</param>
/// <param name="Role"><c>bloc</c>, <c>others</c> for the others together, or <c>other</c> for one of them.</param>
/// <param name="AloneMusd">Expected real income where each bloc chooses alone, million dollars a year.</param>
/// <param name="TogetherMusd">Real income where blocs choose what is best for all of them together.</param>
/// <param name="IncomeMusd">Income of the party before, million dollars.</param>
public sealed record DialogueRow(string Party, string Role, double AloneMusd, double TogetherMusd, double IncomeMusd)
{
    /// <summary>Together less alone, million dollars a year.</summary>
    public double ValueMusd => TogetherMusd - AloneMusd;

    /// <summary>The same in per cent of the party's income.</summary>
    public double ValuePct => IncomeMusd > 0 ? 100 * ValueMusd / IncomeMusd : 0;
}
