using Caravan.Data;
using Caravan.Network;
using Caravan.Scenarios.Compiling;
using Caravan.Scenarios.Parsing;
using Caravan.Scenarios.Resolving;

namespace Caravan.Scenarios.Routes;

/// <summary>What a scenario does to the transport network, without solving it.</summary>
public static class ScenarioNetwork
{
    /// <summary>The edits of all its actions on the network; none where no action is about it.</summary>
    /// <param name="loaded">A scenario that was read.</param>
    /// <param name="baseline">The baseline whose economies it names.</param>
    /// <exception cref="InputException">The scenario cannot be used; carries every problem.</exception>
    public static NetworkEdits EditsOf(LoadedScenario loaded, Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var issues = new IssueList();
        var scenario = ScenarioResolver.Resolve(loaded.Draft, baseline, issues, null);
        issues.ThrowIfAny();
        return NetworkCompiler.Compile(scenario, baseline, null) ?? NetworkEdits.None;
    }
}
