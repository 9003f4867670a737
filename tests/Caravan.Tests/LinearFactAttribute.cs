using Caravan.Numerics;

namespace Caravan.Tests;

/// <summary>A test that solves linear programs and counts as skipped where the library for them is not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinearFactAttribute : FactAttribute
{
    public LinearFactAttribute()
    {
        if (!LinearSolver.IsAvailable)
        {
            Skip = LinearSolver.HowToInstall;
        }
    }
}
