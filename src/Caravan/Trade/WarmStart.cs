namespace Caravan.Trade;

/// <summary>A state of one model from which its next solve may start: prices, wages and spending of a solution.</summary>
public sealed class WarmStart
{
    internal WarmStart(Accounts accounts, Solution solution) => (Accounts, Solution) = (accounts, solution.Compact());

    internal Accounts Accounts { get; }

    internal Solution Solution { get; }
}
