using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Scenarios.Compiling;

namespace Caravan.Scenarios.Agreements;

/// <summary>
/// Every action of a scenario in every size that is looked at, as actions of their own, so that a package is a set of
/// them with at most one size of each action.
/// </summary>
internal sealed class PackageMenu
{
    private readonly Dictionary<(int Action, double Size), int> _bits = [];
    private readonly List<SizedAction> _items = [];

    private PackageMenu(Scenario scenario)
    {
        Actions = [.. scenario.Actions, .. scenario.Standby];
        InPackage = scenario.Actions.Length;
        Sizes = new double[Actions.Length][];
    }

    /// <summary>Actions of the package, then those on standby.</summary>
    public ImmutableArray<ScenarioAction> Actions { get; }

    /// <summary>How many of <see cref="Actions"/> are part of the package.</summary>
    public int InPackage { get; }

    /// <summary>Sizes above zero that each action is looked at in, ascending; those of policies only are left out.</summary>
    public double[][] Sizes { get; }

    /// <summary>The scenario whose actions are the items of the menu.</summary>
    public Scenario Scenario { get; private init; } = null!;

    /// <summary>The menu of a scenario.</summary>
    /// <param name="scenario">As resolved.</param>
    /// <param name="baseline">What is there without the actions.</param>
    /// <param name="withHalves">Whether halves are on it, as far as there is room.</param>
    public static PackageMenu Of(Scenario scenario, Baseline baseline, bool withHalves)
    {
        var menu = new PackageMenu(scenario);
        var items = new List<ScenarioAction>();
        for (var action = 0; action < menu.Actions.Length; action++)
        {
            menu.Add(items, action, 1, menu.Actions[action]);
            menu.Sizes[action] = [1];
        }
        foreach (var sized in scenario.Blocs.SelectMany(bloc => bloc.Policies).SelectMany(policy => policy.Actions))
        {
            var action = menu.IndexOf(sized.Id);
            if (!menu._bits.ContainsKey((action, sized.Size)) && Part(action, sized.Size) is { } part)
            {
                menu.Add(items, action, sized.Size, part);
            }
        }
        for (var action = 0; withHalves && action < menu.InPackage && items.Count < Coalition.MaxPlayers; action++)
        {
            if (menu._bits.ContainsKey((action, 0.5)))
            {
                menu.Sizes[action] = [0.5, 1];
            }
            else if (Part(action, 0.5) is { } half)
            {
                menu.Add(items, action, 0.5, half);
                menu.Sizes[action] = [0.5, 1];
            }
        }
        return new PackageMenu(menu) { Scenario = scenario with { Actions = [.. items], Standby = [] } };

        ScenarioAction? Part(int action, double size) => ActionScaling.Scale(menu.Actions[action], size, baseline);
    }

    private PackageMenu(PackageMenu other)
    {
        (Actions, InPackage, Sizes) = (other.Actions, other.InPackage, other.Sizes);
        (_bits, _items) = (other._bits, other._items);
    }

    /// <summary>Position of an action by its id; -1 where there is none.</summary>
    public int IndexOf(string id)
    {
        for (var action = 0; action < Actions.Length; action++)
        {
            if (Actions[action].Id == id)
            {
                return action;
            }
        }
        return -1;
    }

    /// <summary>True where an action can be taken up in this size.</summary>
    public bool Has(int action, double size) => size == 0 || _bits.ContainsKey((action, size));

    /// <summary>The package with an action in another size; zero takes it out.</summary>
    public Coalition With(Coalition package, int action, double size)
    {
        foreach (var item in package.Players.Where(item => _items[item].Id == Actions[action].Id).ToList())
        {
            package = package.Without(item);
        }
        return size == 0 ? package : package.With(_bits[(action, size)]);
    }

    /// <summary>The package of whole actions.</summary>
    public Coalition Whole(IEnumerable<int> actions) =>
        actions.Aggregate(Coalition.Empty, (package, action) => package.With(_bits[(action, 1)]));

    /// <summary>Size of an action in a package; zero where it is not in it.</summary>
    public double SizeIn(Coalition package, int action)
    {
        foreach (var item in package.Players)
        {
            if (_items[item].Id == Actions[action].Id)
            {
                return _items[item].Size;
            }
        }
        return 0;
    }

    /// <summary>A package as ids and sizes, in the order of the file.</summary>
    public ImmutableArray<SizedAction> ActionsOf(Coalition package) =>
        [.. package.Players.Select(item => _items[item]).OrderBy(item => IndexOf(item.Id))];

    /// <summary>True where a package has no action that is on standby.</summary>
    public bool IsOfPackage(Coalition package) => package.Players.All(item => IndexOf(_items[item].Id) < InPackage);

    /// <summary>Packages that the sizes of the package's actions make.</summary>
    public double Possible(bool wholeOnly) => Sizes.Take(InPackage)
        .Aggregate(1.0, (product, sizes) => product * (1 + (wholeOnly ? 1 : sizes.Length)));

    private void Add(List<ScenarioAction> items, int action, double size, ScenarioAction item)
    {
        _bits.Add((action, size), items.Count);
        _items.Add(new SizedAction(Actions[action].Id, size));
        items.Add(item);
    }
}
