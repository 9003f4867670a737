namespace Caravan.Cooperation;

/// <summary>A number that a player of a game chooses from an interval, such as a tariff.</summary>
/// <param name="Player">Who chooses.</param>
/// <param name="Lower">Smallest number allowed.</param>
/// <param name="Upper">Largest number allowed.</param>
/// <param name="Start">Where the search begins.</param>
public readonly record struct IntervalStrategy(int Player, double Lower, double Upper, double Start);
