namespace Caravan.Data;

/// <summary>How well an adding-up identity of the data holds.</summary>
/// <param name="Name">The identity in words.</param>
/// <param name="Equation">The identity in the symbols of the model.</param>
/// <param name="LargestViolation">Largest relative violation; zero is perfect.</param>
/// <param name="Where">Economy and sector with the largest violation; empty where it is exactly zero.</param>
public sealed record IdentityFigure(string Name, string Equation, double LargestViolation, string Where);
