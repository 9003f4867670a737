namespace Caravan.Trade;

/// <summary>How the equilibrium is computed.</summary>
public sealed record SolveOptions
{
    /// <summary>Largest relative violation of any equation that is accepted. Default 1e-10.</summary>
    public double Tolerance
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1e-10;

    /// <summary>Sweeps over all equations before giving up. Default 1000.</summary>
    public int MaxIterations
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1000;

    /// <summary>Threads used; the result is the same bits for any number. Default 1.</summary>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1;
}
