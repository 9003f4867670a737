namespace Caravan.Scenarios;

/// <summary>A sector of an economy whose output is looked at.</summary>
/// <param name="Economy">Position in the baseline's economies.</param>
/// <param name="Sector">Position in the model's sectors.</param>
public readonly record struct OutputCell(int Economy, int Sector);
