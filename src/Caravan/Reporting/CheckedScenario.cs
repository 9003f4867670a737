using System.Collections.Immutable;
using Caravan.Data;

namespace Caravan.Reporting;

/// <summary>What a check found.</summary>
/// <param name="Scenario">The scenario as the user named it.</param>
/// <param name="Baseline">Name of the baseline that it was checked against; empty where none could be loaded.</param>
/// <param name="Issues">Every problem; none means that the scenario can be run.</param>
public sealed record CheckedScenario(string Scenario, string Baseline, ImmutableArray<InputIssue> Issues);
