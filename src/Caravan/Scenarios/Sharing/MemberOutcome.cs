using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Trade;

namespace Caravan.Scenarios.Sharing;

/// <summary>What a set of actions does to the members.</summary>
/// <param name="Actions">The actions: bit a for action a of the scenario.</param>
/// <param name="Status">How the solve ended; unless it converged there are no gains.</param>
/// <param name="Iterations">Sweeps over all equations.</param>
/// <param name="Residual">Largest relative violation over all equation groups.</param>
/// <param name="GainsMusd">Change in real income of each member, million dollars a year.</param>
internal sealed record MemberOutcome(
    Coalition Actions, SolveStatus Status, int Iterations, double Residual, ImmutableArray<double> GainsMusd);
