using System.Collections.Immutable;
using Caravan.Cooperation;

namespace Caravan.Scenarios.Sharing;

/// <summary>Which actions a coalition of members brings about.</summary>
internal sealed class CoalitionActions
{
    private readonly ImmutableArray<Coalition> _by;
    private readonly OutsiderResponse _outsiders;

    public CoalitionActions(Scenario scenario, OutsiderResponse outsiders)
    {
        _outsiders = outsiders;
        _by =
        [
            .. scenario.Actions.Select(action => action.By.Aggregate(
                Coalition.Empty, (group, code) => group.With(scenario.Members.IndexOf(code)))),
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
        var actions = Coalition.Empty;
        for (var action = 0; action < _by.Length; action++)
        {
            var inside = coalition.Includes(_by[action]);
            var outside = _outsiders == OutsiderResponse.Respond && coalition.IsApartFrom(_by[action]);
            actions = inside || outside ? actions.With(action) : actions;
        }
        return actions;
    }
}
