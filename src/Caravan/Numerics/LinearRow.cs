using System.Collections.Immutable;

namespace Caravan.Numerics;

/// <summary>One row of a linear program.</summary>
/// <param name="Variables">Variables with a coefficient.</param>
/// <param name="Coefficients">Their coefficients, in the same order.</param>
/// <param name="Lower">Least value; minus infinity for none.</param>
/// <param name="Upper">Largest value; infinity for none.</param>
public sealed record LinearRow(
    ImmutableArray<int> Variables, ImmutableArray<double> Coefficients, double Lower, double Upper);
