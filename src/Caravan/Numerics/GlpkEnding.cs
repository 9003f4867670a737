namespace Caravan.Numerics;

/// <summary>How the library says that it ended.</summary>
internal enum GlpkEnding
{
    Optimal,
    Infeasible,
    Unbounded,
    Stopped,
}
