using System.Collections.Immutable;
using Caravan.Scenarios.Financing;

namespace Caravan.Scenarios;

/// <summary>
/// A cooperation package after validation against a baseline: every name resolved, every size a fraction, every
/// default and override applied.
/// </summary>
public sealed partial record Scenario
{
    /// <summary>The scenario's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the scenario is about, in one or two sentences; may be empty.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Publications that the scenario stands on.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Name of the baseline, or its folder as the user named it.</summary>
    public string Baseline { get; init; } = "";

    /// <summary>Codes of the economies that take part, in the baseline's order.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>Sets of economies that the scenario names.</summary>
    public ImmutableArray<ScenarioSet> Sets { get; init; } = [];

    /// <summary>The actions in the order of the file; their order changes no result.</summary>
    public ImmutableArray<ScenarioAction> Actions { get; init; } = [];

    /// <summary>Parts of the package that no lever can express yet, one sentence each; they have no effect.</summary>
    public ImmutableArray<string> NotExpressed { get; init; } = [];

    /// <summary>What holds for the money of all actions.</summary>
    public ScenarioFinance Finance { get; init; } = new() { IsDefault = true };

    /// <summary>How the scenario is solved.</summary>
    public ScenarioOptions Options { get; init; } = new() { Elasticities = "" };
}
