using System.Numerics.Tensors;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// Finds the state at which a sweep changes nothing: preconditioned sweeps under Anderson acceleration, and where
/// those stall the slower and surer way of <see cref="Rescue"/>.
/// </summary>
internal sealed partial class EquilibriumSolver
{
    // Sweeps stop this far below the tolerance, so that the residual recomputed from the solution meets it too.
    private const double Margin = 0.25;

    // Steps that the acceleration remembers.
    private const int Window = 8;

    // Sweeps that have not halved the residual in this many are given up.
    private const int Patience = 25;

    // No wage moves further in one step, in logs: beyond lies a region where the accounts do not guide.
    private const double LargestWageStep = 0.5;

    // Of an economy's mean spending on a sector.
    private const double LeastSpendingScale = 0.1;

    private readonly World _world;
    private readonly Accounts _accounts;
    private readonly SolveOptions _options;
    private readonly WorldEquations _equations;
    private readonly double[] _logWage;
    private readonly double[] _logPrice;
    private readonly double[] _spending;
    private readonly double[] _state;
    private readonly double[] _image;
    private readonly double[] _spendingScale;
    private readonly double[] _relative;
    private AccelerationMemory? _earlier;
    private AndersonAcceleration? _acceleration;

    private EquilibriumSolver(World world, SolveOptions options)
    {
        (_world, _accounts, _options) = (world, world.Accounts, options);
        _equations = new WorldEquations(world, options.Threads);
        var (economies, cells) = (_accounts.Economies, _accounts.Economies * _accounts.Sectors);
        (_logWage, _logPrice, _spending) = (new double[economies], new double[cells], new double[cells]);
        (_state, _image) = (new double[economies + 2 * cells], new double[economies + 2 * cells]);
        (_spendingScale, _relative) = (SpendingScale(_accounts), new double[cells]);
    }

    public static Solution Solve(
        World world, Preconditioner preconditioner, Solution? start, SolveOptions options, CancellationToken cancellation)
    {
        var solver = new EquilibriumSolver(world, options);
        solver.StartFrom(start);
        return solver.Run(preconditioner.ForOneSolve(), cancellation);
    }

    private Solution Run(Preconditioner preconditioner, CancellationToken cancellation)
    {
        _acceleration = new AndersonAcceleration(_state.Length, Window, _earlier);
        var (status, iterations) = Iterate(preconditioner, _acceleration, _options.MaxIterations, cancellation);
        if (status != SolveStatus.Converged && iterations < _options.MaxIterations)
        {
            _acceleration = null; // what a rescue learns holds for its own preconditioner
            (status, iterations) = Rescue(iterations, cancellation);
        }
        return Finish(status, iterations);
    }

    // Spending enters the acceleration relative to its base, tiny sectors relative to a larger yardstick: what a cent
    // does must not steer where the next point lies.
    private static double[] SpendingScale(Accounts accounts)
    {
        var sectors = accounts.Sectors;
        var scale = new double[accounts.Spending.Length];
        for (var n = 0; n < accounts.Economies; n++)
        {
            var row = accounts.Spending.AsSpan(n * sectors, sectors);
            var floor = LeastSpendingScale * FixedOrder.Sum(row) / sectors;
            for (var j = 0; j < sectors; j++)
            {
                scale[n * sectors + j] = Math.Max(row[j], floor);
            }
        }
        return scale;
    }

    private void StartFrom(Solution? start)
    {
        if (start is null)
        {
            Array.Clear(_logWage);
            Array.Clear(_logPrice);
            _accounts.Spending.CopyTo(_spending, 0);
        }
        else
        {
            start.LogWage.CopyTo(_logWage, 0);
            start.LogPrice.CopyTo(_logPrice, 0);
            start.Spending.CopyTo(_spending, 0);
            _earlier = start.Memory;
        }
        PackState();
    }

    private (SolveStatus Status, int Iterations) Iterate(
        Preconditioner preconditioner, AndersonAcceleration acceleration, int limit, CancellationToken cancellation)
    {
        var (best, bestIteration) = (double.PositiveInfinity, 0);
        for (var iteration = 1; iteration <= limit; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            _equations.Sweep(_logWage, _logPrice, _spending);
            var residual = ResidualsInto(_image);
            if (!double.IsFinite(residual))
            {
                return (SolveStatus.NotFinite, iteration);
            }
            if (residual <= Margin * _options.Tolerance)
            {
                return (SolveStatus.Converged, iteration);
            }
            if (residual < best / 2)
            {
                (best, bestIteration) = (residual, iteration);
            }
            else if (iteration - bestIteration >= Patience)
            {
                return (SolveStatus.IterationLimit, iteration);
            }
            Step(preconditioner, acceleration);
        }
        return (SolveStatus.IterationLimit, limit);
    }

    // Image minus state for wages, prices and spending, and the largest of them in relative terms.
    private double ResidualsInto(Span<double> residuals)
    {
        var (economies, cells) = (_logWage.Length, _logPrice.Length);
        var wage = residuals[..economies];
        var price = residuals.Slice(economies, cells);
        var spending = residuals.Slice(economies + cells, cells);
        TensorPrimitives.Exp(_logWage, wage);
        TensorPrimitives.Multiply(wage, _world.LabourValue, wage);
        TensorPrimitives.Divide(_equations.LabourDemand, wage, wage);
        TensorPrimitives.Log(wage, wage);
        TensorPrimitives.Subtract(_equations.LogPriceImage, _logPrice, price);
        TensorPrimitives.Subtract(_equations.SpendingImage, _spending, spending);
        // Nothing is spent on a sector that is neither consumed nor used: 0 / least is 0, not NaN.
        TensorPrimitives.Add(_equations.SpendingImage, double.Epsilon, _relative);
        TensorPrimitives.Divide(spending, _relative, _relative);
        var largest = Math.Max(LargestOf(wage), Math.Max(LargestOf(price), LargestOf(_relative)));
        return largest;
    }

    private static double LargestOf(ReadOnlySpan<double> values) => Math.Abs(TensorPrimitives.MaxMagnitude(values));

    private void Step(Preconditioner preconditioner, AndersonAcceleration acceleration)
    {
        var (economies, cells) = (_logWage.Length, _logPrice.Length);
        var spending = _image.AsSpan(economies + cells, cells);
        preconditioner.ApplyInto(
            _image.AsSpan(0, economies), _image.AsSpan(economies, cells), spending, LargestWageStep);
        TensorPrimitives.Divide(spending, _spendingScale, spending);
        TensorPrimitives.Add(_image, _state, _image);
        acceleration.NextInto(_state, _image);
        ShortenStep();
        UnpackState();
    }

    // Acceleration may leap: no wage and no price moves further than a wage may in one step.
    private void ShortenStep()
    {
        var (economies, cells) = (_logWage.Length, _logPrice.Length);
        var furthest = 0.0;
        for (var n = 0; n < economies; n++)
        {
            furthest = Math.Max(furthest, Math.Abs(_state[n] - _logWage[n]));
        }
        for (var e = 0; e < cells; e++)
        {
            furthest = Math.Max(furthest, Math.Abs(_state[economies + e] - _logPrice[e]));
        }
        if (!(furthest > LargestWageStep))
        {
            return;
        }
        var part = LargestWageStep / furthest;
        for (var n = 0; n < economies; n++)
        {
            _state[n] = _logWage[n] + part * (_state[n] - _logWage[n]);
        }
        for (var e = 0; e < cells; e++)
        {
            ref var price = ref _state[economies + e];
            ref var spending = ref _state[economies + cells + e];
            var spent = _spending[e] / _spendingScale[e];
            price = _logPrice[e] + part * (price - _logPrice[e]);
            spending = spent + part * (spending - spent);
        }
    }

    private void PackState()
    {
        var (economies, cells) = (_logWage.Length, _logPrice.Length);
        _logWage.CopyTo(_state, 0);
        _logPrice.CopyTo(_state, economies);
        for (var e = 0; e < cells; e++)
        {
            _state[economies + cells + e] = _spending[e] / _spendingScale[e];
        }
    }

    // Spending stays positive and world value added keeps its base value, the numeraire.
    private void UnpackState()
    {
        var (economies, cells) = (_logWage.Length, _logPrice.Length);
        double target = 0, total = 0;
        for (var n = 0; n < economies; n++)
        {
            target += _accounts.ValueAdded[n];
            total += Math.Exp(_state[n]) * _world.LabourValue[n];
        }
        var shift = Math.Log(target / total);
        for (var n = 0; n < economies; n++)
        {
            _logWage[n] = _state[n] += shift;
        }
        Array.Copy(_state, economies, _logPrice, 0, cells);
        for (var e = 0; e < cells; e++)
        {
            ref var relative = ref _state[economies + cells + e];
            relative = Math.Max(relative, 1e-3 * _equations.SpendingImage[e] / _spendingScale[e]);
            _spending[e] = relative * _spendingScale[e];
        }
    }

    private Solution Finish(SolveStatus status, int iterations)
    {
        if (_equations.Income.AsSpan().ContainsAnyExceptInRange(double.Epsilon, double.MaxValue))
        {
            status = SolveStatus.NoEquilibrium;
        }
        return new Solution(
            status, iterations, _logWage, _logPrice, _spending, _equations.LogCost.ToArray(), _equations.Output,
            _equations.Revenue, _equations.Income, _acceleration);
    }
}
