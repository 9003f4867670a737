namespace Caravan.Numerics;

/// <summary>What the library says about a program, unchecked.</summary>
internal sealed record GlpkAnswer(GlpkEnding Ending, int Iterations, double[] Values, double[] Prices);
