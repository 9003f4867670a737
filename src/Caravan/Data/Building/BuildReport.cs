namespace Caravan.Data.Building;

/// <summary>A built baseline with the figures that say how good its estimates are.</summary>
public sealed class BuildReport
{
    internal BuildReport(
        Baseline baseline, BuildDetail detail, IReadOnlyList<DetailError> methodErrors,
        IReadOnlyList<DetailError> baselineErrors, IReadOnlyList<HomeShareComparison> homeShares) =>
        (Baseline, Detail, MethodErrors, BaselineErrors, HomeShares) =
        (baseline, detail, methodErrors, baselineErrors, homeShares);

    /// <summary>The baseline.</summary>
    public Baseline Baseline { get; }

    /// <summary>Errors of the estimation method on the observed table of 2011, against a naive estimate.</summary>
    public IReadOnlyList<DetailError> MethodErrors { get; }

    /// <summary>Distance of the baseline's detail of 2023 from the observed shares of 2011.</summary>
    public IReadOnlyList<DetailError> BaselineErrors { get; }

    /// <summary>Goods spending served from home beside the shares of 2011.</summary>
    public IReadOnlyList<HomeShareComparison> HomeShares { get; }

    /// <summary>All figures of the build as Markdown tables, the same text for the same sources.</summary>
    public string ToMarkdown() => BuildFigures.Markdown(this);

    /// <summary>The steps behind the baseline.</summary>
    internal BuildDetail Detail { get; }
}
