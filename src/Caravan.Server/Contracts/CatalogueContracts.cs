using System.Text.Json;

namespace Caravan.Server.Contracts;

/// <summary>A baseline.</summary>
internal sealed record BaselineContract(
    string Name, string Title, int Year, int Economies, int Sectors, string Hash, string[] Elasticities,
    SetContract[] Sets, string[] Sources);

/// <summary>A set of economies of a baseline.</summary>
internal sealed record SetContract(string Name, string Title, string[] Members, string Source);

/// <summary>An economy of a baseline.</summary>
internal sealed record EconomyContract(
    string Economy, string Name, string Region, string IncomeGroup, bool Landlocked, bool BeltAndRoadCore,
    double Population, double GdpMusd, string[] Sets, string[] Contains, string ProductionNote);

/// <summary>A sector of a baseline.</summary>
internal sealed record SectorContract(string Sector, string Name, bool IsService);

/// <summary>A scenario that ships.</summary>
internal sealed record PackContract(
    string Name, string Title, string Summary, string[] Members, string[] Actions, string Baseline);

/// <summary>A lever with everything that a form for it needs.</summary>
internal sealed record LeverContract(
    string Lever, string Title, string Group, string Mechanism, string Equation, string Enters, string Compounding,
    string Shape, string Unit, string TableColumn, string[] TableLabels, string Example, LeverFieldContract[] Fields);

/// <summary>One field of a lever. Sizes are fractions, or days.</summary>
internal sealed record LeverFieldContract(
    string Name, string Kind, string Need, string Unit, double? Minimum, double? Maximum, double? Default,
    string DefaultText, string DefaultWord, string Source, string[] Words, string Meaning);

/// <summary>What a check found, and the scenario as JSON where it can be read.</summary>
internal sealed record CheckAnswer(bool Ok, string Baseline, IssueContract[] Issues, JsonElement? Scenario);

/// <summary>Whether the server lives, or is ready.</summary>
internal sealed record HealthAnswer(string Status, string Caravan);
