namespace Caravan.Cooperation;

/// <summary>How values are estimated where there are too many coalitions to value all.</summary>
public sealed record SamplingOptions
{
    /// <summary>Pairs of draws; each pair is one observation of the standard error. Default 128, at least 2.</summary>
    public int Pairs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = value;
        }
    } = 128;

    /// <summary>Where the random numbers begin; the same seed gives the same draws. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
