using Caravan.Numerics;

namespace Caravan.Trade;

internal sealed partial class EquilibriumSolver
{
    // Prices and spending are settled when they miss by less than this part of what labour markets miss.
    private const double Settled = 0.01;

    private const int SettlingSweeps = 200;

    /// <summary>
    /// For shocks that lead far from the base accounts. At given wages prices and spending are contractions that plain
    /// sweeps always settle; from such a state the preconditioner is made anew and the accelerated iteration goes on,
    /// as often as it takes.
    /// </summary>
    private (SolveStatus Status, int Iterations) Rescue(int iterations, CancellationToken cancellation)
    {
        var status = SolveStatus.NotFinite;
        while (iterations < _options.MaxIterations)
        {
            if (status == SolveStatus.NotFinite)
            {
                StartFrom(null);
            }
            iterations += Settle(_options.MaxIterations - iterations, cancellation);
            var here = new Preconditioner(_equations.AccountsHere(_spending));
            var acceleration = new AndersonAcceleration(_state.Length, Window);
            (status, var more) = Iterate(here, acceleration, _options.MaxIterations - iterations, cancellation);
            iterations += more;
            if (status == SolveStatus.Converged)
            {
                break;
            }
        }
        return (status, iterations);
    }

    // Plain sweeps at given wages; stops at once where the state is beyond repair.
    private int Settle(int limit, CancellationToken cancellation)
    {
        for (var sweep = 1; sweep <= Math.Min(limit, SettlingSweeps); sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            _equations.Sweep(_logWage, _logPrice, _spending);
            ResidualsInto(_image);
            var wages = LargestOf(_image.AsSpan(0, _logWage.Length));
            var prices = LargestOf(_image.AsSpan(_logWage.Length, _logPrice.Length));
            var rest = Math.Max(prices, LargestOf(_relative));
            if (!double.IsFinite(wages + rest) || rest <= Math.Max(Settled * wages, Margin * _options.Tolerance))
            {
                return sweep;
            }
            _equations.LogPriceImage.CopyTo(_logPrice, 0);
            _equations.SpendingImage.CopyTo(_spending, 0);
            PackState();
        }
        return Math.Min(limit, SettlingSweeps);
    }
}
