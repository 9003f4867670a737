namespace Caravan.Scenarios;

/// <summary>What one action does to one economy's real income, per cent of its base income.</summary>
/// <param name="Economy">Code of the economy.</param>
/// <param name="Name">Name of the economy.</param>
/// <param name="Member">Whether it is a member.</param>
/// <param name="IncomeBaseMusd">Its household income before.</param>
/// <param name="Action">Id of the action.</param>
/// <param name="Title">Title of the action.</param>
/// <param name="AlonePct">The action by itself.</param>
/// <param name="LastPct">What is lost when it alone is left out of the package.</param>
/// <param name="ShapleyPct">
/// What it adds, averaged over every order of the actions: these sum to the package's whole effect. Null for packages of
/// more than ten actions.
/// </param>
public sealed record DecompositionRow(
    string Economy, string Name, bool Member, double IncomeBaseMusd, string Action, string Title, double AlonePct,
    double LastPct, double? ShapleyPct);
