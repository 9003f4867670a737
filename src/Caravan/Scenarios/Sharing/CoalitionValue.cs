using System.Collections.Immutable;
using Caravan.Cooperation;

namespace Caravan.Scenarios.Sharing;

/// <summary>What a coalition of members brings about.</summary>
/// <param name="Coalition">Its members: bit m for member m.</param>
/// <param name="Actions">The actions that happen: bit a for action a of the scenario.</param>
/// <param name="GainsMusd">Change in real income of every member, inside and outside, million dollars a year.</param>
/// <param name="Musd">The gains of those inside together: the worth of the coalition.</param>
public sealed record CoalitionValue(
    Coalition Coalition, Coalition Actions, ImmutableArray<double> GainsMusd, double Musd);
