using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>The words that scenario files, result files and people use for the choices in a result.</summary>
public static class RunResultWords
{
    extension(RunResult result)
    {
        /// <summary>True where every equation holds; otherwise the result has no rows.</summary>
        public bool Converged => result.Status == SolveStatus.Converged;

        /// <summary><c>converged</c>, <c>iteration-limit</c>, <c>not-finite</c> or <c>no-equilibrium</c>.</summary>
        public string StatusName => result.Status switch
        {
            SolveStatus.Converged => "converged",
            SolveStatus.IterationLimit => "iteration-limit",
            SolveStatus.NotFinite => "not-finite",
            SolveStatus.NoEquilibrium => "no-equilibrium",
            _ => throw new ArgumentOutOfRangeException(nameof(result), result.Status, "no such status"),
        };

        /// <summary>The status as a sentence for people.</summary>
        public string StatusMeaning => result.Status switch
        {
            SolveStatus.Converged => "every equation holds to the tolerance",
            SolveStatus.IterationLimit => "the iteration limit was reached before every equation held",
            SolveStatus.NotFinite => "a value left the range of finite numbers",
            SolveStatus.NoEquilibrium => "an economy's spending would be negative: the scenario asks for more than it earns",
            _ => throw new ArgumentOutOfRangeException(nameof(result), result.Status, "no such status"),
        };

        /// <summary><c>one-sector</c>, <c>multi-sector</c> or <c>input-output</c>.</summary>
        public string ModelName => result.Model switch
        {
            ModelVariant.OneSector => "one-sector",
            ModelVariant.MultiSector => "multi-sector",
            ModelVariant.InputOutput => "input-output",
            _ => throw new ArgumentOutOfRangeException(nameof(result), result.Model, "no such model"),
        };

        /// <summary><c>fixed</c> or <c>zero</c>.</summary>
        public string ClosureName => result.Closure switch
        {
            Closure.Fixed => "fixed",
            Closure.Zero => "zero",
            _ => throw new ArgumentOutOfRangeException(nameof(result), result.Closure, "no such closure"),
        };
    }
}
