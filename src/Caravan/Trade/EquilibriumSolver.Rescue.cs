namespace Caravan.Trade;

internal sealed partial class EquilibriumSolver
{
    // Prices and spending are settled when they miss by less than this part of what labour markets miss.
    private const double Settled = 0.01;

    private const int SettlingSweeps = 200;

    private const double LeastWageStep = 1e-4;

    private static readonly Pace s_patient = new(Window: 30, Patience: 60, LargestWageStep: 0.5);

    /// <summary>
    /// For shocks that lead far from the base accounts. Given wages, prices and spending are contractions that plain
    /// sweeps always settle; from such a state the preconditioner is made anew and the accelerated iteration goes on.
    /// A round that leaves labour markets further from clearing is taken back and tried with smaller wage steps.
    /// </summary>
    private (SolveStatus Status, int Iterations) Rescue(int iterations, CancellationToken cancellation)
    {
        StartFrom(null);
        var best = (Miss: double.PositiveInfinity, State: (double[])_state.Clone());
        var pace = s_patient;
        while (iterations < _options.MaxIterations)
        {
            iterations += Settle(_options.MaxIterations - iterations, cancellation);
            var miss = LabourMarketMiss();
            if (miss < best.Miss)
            {
                best = (miss, (double[])_state.Clone());
                pace = pace with { LargestWageStep = Math.Min(2 * pace.LargestWageStep, s_patient.LargestWageStep) };
            }
            else
            {
                best.State.CopyTo(_state, 0);
                UnpackState();
                _equations.Sweep(_logWage, _logPrice, _spending);
                iterations++;
                pace = pace with { LargestWageStep = pace.LargestWageStep / 4 };
                if (pace.LargestWageStep < LeastWageStep)
                {
                    break;
                }
            }
            var here = new Preconditioner(_equations.AccountsHere(_spending));
            var (status, more) = Iterate(here, pace, _options.MaxIterations - iterations, cancellation);
            iterations += more;
            if (status == SolveStatus.Converged)
            {
                return (status, iterations);
            }
        }
        return (SolveStatus.IterationLimit, iterations);
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

    // Mean square of log excess demand for labour, each economy alike.
    private double LabourMarketMiss()
    {
        var sum = 0.0;
        for (var n = 0; n < _logWage.Length; n++)
        {
            var excess = Math.Log(_equations.LabourDemand[n] / (Math.Exp(_logWage[n]) * _world.LabourValue[n]));
            sum += excess * excess;
        }
        return double.IsNaN(sum) ? double.PositiveInfinity : sum / _logWage.Length;
    }
}
