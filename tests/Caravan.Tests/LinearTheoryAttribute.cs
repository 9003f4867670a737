using Caravan.Numerics;

namespace Caravan.Tests;

/// <summary>A theory that solves linear programs and counts as skipped where the library for them is not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinearTheoryAttribute : TheoryAttribute
{
    public LinearTheoryAttribute()
    {
        if (!LinearSolver.IsAvailable)
        {
            Skip = LinearSolver.HowToInstall;
        }
    }
}
