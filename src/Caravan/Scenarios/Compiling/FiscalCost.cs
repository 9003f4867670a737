using System.Collections.Concurrent;
using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Finance;
using Caravan.Scenarios.Financing;
using Caravan.Scenarios.Results;

namespace Caravan.Scenarios.Compiling;

/// <summary>
/// The yearly fiscal cost G of a package, for any part of its actions: what each economy's public pays for projects
/// less what it gets back, as the same amount in each year of service. Traffic and the fund's key come from the whole
/// package without G, so nothing runs in a circle, and the cost of a project is the same in whatever company.
/// </summary>
internal sealed class FiscalCost
{
    private readonly Scenario _scenario;
    private readonly Baseline _baseline;

    // parts of a package differ mostly in actions that cost nothing
    private readonly ConcurrentDictionary<string, double[]?> _known = new(StringComparer.Ordinal);

    private FiscalCost(Scenario scenario, Baseline baseline, ProjectBook projects) =>
        (_scenario, _baseline, Projects) = (scenario, baseline, projects);

    /// <summary>Plans and accounts of the projects.</summary>
    public ProjectBook Projects { get; }

    /// <summary>The cost of a scenario; null where no action of it says what it costs.</summary>
    /// <param name="scenario">The whole package.</param>
    /// <param name="baseline">The world before.</param>
    /// <param name="traffic">Who uses what the whole package builds.</param>
    /// <param name="gains">Gain by economy from the whole package without G, million dollars.</param>
    public static FiscalCost? Prepare(
        Scenario scenario, Baseline baseline, Func<ImmutableArray<LinkUse>> traffic, Func<double[]> gains) =>
        scenario.Actions.Any(action => action.Finance is not null)
            ? new FiscalCost(scenario, baseline, new ProjectBook(scenario, baseline, traffic, gains))
            : null;

    /// <summary>The use of what a scenario builds, from routes in the network with all its actions.</summary>
    public static ImmutableArray<LinkUse> Traffic(
        Scenario scenario, Baseline baseline, TransportModel? transport, int threads, CancellationToken cancellation)
    {
        if (NetworkCompiler.Compile(scenario, baseline, transport) is not { } edits)
        {
            return [];
        }
        var model = transport ?? TransportModel.Shipped;
        var shock = TransportShock.Of(edits, model, baseline, threads, cancellation);
        return new LinkUses(scenario, model.Tables)
            .Of(shock, new bool[baseline.Economies.Length], cancellation);
    }

    /// <summary>
    /// G [economy] with some actions in force, million dollars a year; null where none of them is a project. What an
    /// economy gets back beyond what it pays does not enter the model: G is zero then.
    /// </summary>
    /// <param name="actions">The actions in force, in the order of the scenario.</param>
    public double[]? Of(IEnumerable<ScenarioAction> actions)
    {
        var counting = actions.Where(action => action.Finance is not null || action.Lever.Name is "finance" or "risk")
            .ToList();
        var key = string.Join(' ', counting.Select(action => action.Id));
        return _known.GetOrAdd(key, _ => Net(Projects.Of(counting)) is { } net
            ? [.. net.Select(cost => Math.Max(0, cost))]
            : null);
    }

    /// <summary>The yearly cost [economy] of projects before it is cut off at zero; null without projects.</summary>
    public double[]? Net(ImmutableArray<ProjectEntry> projects)
    {
        if (projects.IsEmpty)
        {
            return null;
        }
        var net = new double[_baseline.Economies.Length];
        foreach (var project in projects)
        {
            foreach (var (party, n) in Publics(project))
            {
                net[n] += FiscalBurden.Yearly(project.Accounts.Of(party), project.Plan, _scenario.Finance.DiscountRate);
            }
        }
        return net;
    }

    /// <summary>Parties of a project for whom an economy's public pays, with its position: governments and their banks.
    /// </summary>
    public IEnumerable<(string Party, int Economy)> Publics(ProjectEntry project)
    {
        foreach (var party in project.Accounts.Parties)
        {
            var home = Lenders.Find(party) is { } lender ? lender.Economy : party;
            if (home.Length > 0 && _baseline.IndexOfEconomy(home) is var n and >= 0)
            {
                yield return (party, n);
            }
        }
    }
}
