namespace Caravan.Scenarios;

/// <summary>A cell that a table gives its own value.</summary>
/// <param name="Sector">Sector code; empty for levers on whole economies.</param>
/// <param name="Origin">Code of the exporter, or of the economy itself for levers that are not bilateral.</param>
/// <param name="Destination">Code of the importer; empty for levers that are not bilateral.</param>
/// <param name="Value">Value in the lever's table column, as a fraction.</param>
public readonly record struct ScenarioCell(string Sector, string Origin, string Destination, double Value);
