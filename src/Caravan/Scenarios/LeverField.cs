using System.Collections.Immutable;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios;

/// <summary>One field of a lever: what may be written there and what it means.</summary>
/// <param name="Name">Key in the scenario file.</param>
/// <param name="Kind">How the value is read.</param>
/// <param name="Meaning">What the field does, in one sentence.</param>
public sealed record LeverField(string Name, LeverFieldKind Kind, string Meaning)
{
    /// <summary>Whether the field must be given. Default: it may be left out.</summary>
    public LeverFieldNeed Need { get; init; }

    /// <summary>Smallest value allowed, as a fraction or in days; only for fields that hold a number.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Largest value allowed, as a fraction or in days; only for fields that hold a number.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Value taken when the field is left out, as a fraction or in days; null where there is none.</summary>
    public double? Default { get; init; }

    /// <summary>Word taken when a field of economies or sectors is left out; empty where there is none.</summary>
    public string DefaultWord { get; init; } = "";

    /// <summary>Publication behind <see cref="Default"/>, or <c>illustrative</c> and why; else empty.</summary>
    public string DefaultSource { get; init; } = "";

    /// <summary><see cref="Default"/> as people write it, such as <c>8.1%</c>; empty where there is none.</summary>
    public string DefaultText => Default is { } value ? SizeParser.Show(this, value) : "";

    /// <summary>For a field of <see cref="LeverFieldKind.Mode"/>: the words allowed.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>True where the field holds a number.</summary>
    public bool IsSize => Kind is LeverFieldKind.Rate or LeverFieldKind.Change or LeverFieldKind.Points
        or LeverFieldKind.Days;

    // One word or a list of words.
    internal bool TakesWords => Kind is LeverFieldKind.Economies or LeverFieldKind.Sectors or LeverFieldKind.Projects
        or LeverFieldKind.Passages or LeverFieldKind.Crossings;
}
