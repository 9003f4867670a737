using Caravan.Cooperation;

namespace Caravan.Scenarios.Sharing;

/// <summary>A coalition of the collection that proves what is said about the core.</summary>
/// <param name="Coalition">Its members.</param>
/// <param name="Weight">Its weight; each member's weights sum to one.</param>
/// <param name="Musd">What it is worth, million dollars a year.</param>
public readonly record struct WitnessCoalition(Coalition Coalition, double Weight, double Musd);
