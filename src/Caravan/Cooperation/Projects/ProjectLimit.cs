using System.Collections.Immutable;

namespace Caravan.Cooperation.Projects;

/// <summary>A limit on what projects take together: a budget, or the room left for an economy's debt.</summary>
/// <param name="Name">Readable name.</param>
/// <param name="Amounts">What each project takes, zero or more; one a project.</param>
/// <param name="Cap">The most that the projects of a set may take together; zero or more.</param>
public sealed record ProjectLimit(string Name, ImmutableArray<double> Amounts, double Cap)
{
    // sums of decimal fractions may miss a cap that they meet on paper by a few last digits
    private const double Rounding = 1e-12;

    /// <summary>What the projects of a set take together.</summary>
    public double Used(Coalition set)
    {
        var used = 0.0;
        foreach (var project in set.Players)
        {
            used += Amounts[project];
        }
        return used;
    }

    /// <summary>True where a set keeps the limit.</summary>
    public bool Allows(Coalition set) => Used(set) <= Cap * (1 + Rounding);
}
