using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>Words for how talks ended.</summary>
public static class DiscussResultWords
{
    extension(DiscussResult result)
    {
        /// <summary>True where the offer was solved; otherwise there is nothing else.</summary>
        public bool IsConverged => result.Status == SolveStatus.Converged;

        /// <summary><c>converged</c>, <c>iteration-limit</c>, <c>not-finite</c> or <c>no-equilibrium</c>.</summary>
        public string StatusName => result.Status switch
        {
            SolveStatus.Converged => "converged",
            SolveStatus.IterationLimit => "iteration-limit",
            SolveStatus.NotFinite => "not-finite",
            SolveStatus.NoEquilibrium => "no-equilibrium",
            _ => throw new ArgumentOutOfRangeException(nameof(result), result.Status, "no such status"),
        };
    }
}
