namespace Caravan.Cooperation.Projects;

/// <summary>One opening in a sequence.</summary>
/// <param name="Project">What opens.</param>
/// <param name="Year">Years after the start at which it does.</param>
/// <param name="Open">All that is open then.</param>
/// <param name="Worth">What they are worth a year.</param>
/// <param name="Added">How much of that is new.</param>
/// <param name="Loss">Sum of what losers lose a year until the next opening.</param>
public sealed record SequenceStep(
    int Project, double Year, Coalition Open, double Worth, double Added, double Loss);
