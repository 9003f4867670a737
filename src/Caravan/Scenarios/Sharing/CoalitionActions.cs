using System.Collections.Immutable;
using Caravan.Cooperation;

namespace Caravan.Scenarios.Sharing;

/// <summary>Which actions a coalition of members brings about.</summary>
internal sealed class CoalitionActions
{
    private readonly ImmutableArray<Coalition> _by;
    private readonly Coalition _all;
    private readonly OutsiderResponse _outsiders;

    public CoalitionActions(Scenario scenario, OutsiderResponse outsiders)
    {
        _outsiders = outsiders;
        _all = Coalition.Grand(scenario.Members.Length);
        _by =
        [
            .. scenario.Actions.Select(action => new Coalition(
                action.By.Aggregate(0UL, (bits, code) => bits | 1UL << scenario.Members.IndexOf(code)))),
        ];
    }

    /// <summary>For each action the members that must agree.</summary>
    public ImmutableArray<Coalition> By => _by;

    /// <summary>
    /// The actions that happen: those that need nobody outside the coalition, and, where outsiders respond, those that need
    /// nobody inside it.
    /// </summary>
    public Coalition Of(Coalition coalition)
    {
        var others = new Coalition(_all.Members & ~coalition.Members);
        var actions = Coalition.Empty;
        for (var action = 0; action < _by.Length; action++)
        {
            var inside = (_by[action].Members & others.Members) == 0;
            var outside = _outsiders == OutsiderResponse.Respond && (_by[action].Members & coalition.Members) == 0;
            actions = inside || outside ? actions.With(action) : actions;
        }
        return actions;
    }
}
