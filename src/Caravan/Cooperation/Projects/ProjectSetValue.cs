namespace Caravan.Cooperation.Projects;

/// <summary>What a set of projects does in a year.</summary>
/// <param name="Worth">What it is worth to those who choose, such as million dollars a year; finite.</param>
/// <param name="Loss">Sum of what its losers lose: the least transfers that keep all of them whole; zero or more.</param>
public readonly record struct ProjectSetValue(double Worth, double Loss = 0);
