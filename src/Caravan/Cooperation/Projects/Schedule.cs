using System.Collections.Immutable;

namespace Caravan.Cooperation.Projects;

/// <summary>
/// How projects follow each other: one is built at a time and opens when it is done, so the set that is open tells the time.
/// </summary>
public sealed record Schedule
{
    /// <summary>
    /// Years that each project takes, above zero: of construction, of saving up under a yearly budget (cost over budget), or
    /// one each.
    /// </summary>
    public required ImmutableArray<double> Years { get; init; }

    /// <summary>Discount rate a year, a fraction above -1. Default 5 %.</summary>
    public double Rate { get; init; } = 0.05;

    /// <summary>Years from the start that count. Default 30.</summary>
    public double Horizon { get; init; } = 30;

    /// <summary>Years from the start at which all of a set are open.</summary>
    public double Opened(Coalition set)
    {
        var years = 0.0;
        foreach (var project in set.Players)
        {
            years += Years[project];
        }
        return years;
    }

    /// <summary>Value at the start of one a year from some year to the horizon: the integral of (1 + r)^-t.</summary>
    public double ValueFrom(double year) => Math.Abs(Rate) < 1e-12
        ? Math.Max(0, Horizon - year)
        : year >= Horizon ? 0 : (Math.Pow(1 + Rate, -year) - Math.Pow(1 + Rate, -Horizon)) / Math.Log(1 + Rate);

    /// <summary>Value at the start of one a year between two years.</summary>
    public double ValueBetween(double from, double to) => ValueFrom(from) - ValueFrom(to);
}
