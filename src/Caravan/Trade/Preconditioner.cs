using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// The Newton step that each economy would take alone, with the rest of the world held still: its own loop of prices,
/// spending and wage is solved exactly at the base accounts, so that only trade between economies is left to the
/// iteration. Measured: 20 sweeps in place of 45 with wage steps alone and 90 without (docs/performance.md).
/// </summary>
/// <remarks>
/// With h the home shares, B = (I - diag(h) Gamma')^-1 and residuals r of prices, spending and log labour demand:
/// <code>
/// d log P = B (r_P + h gamma dw)                                            own prices
/// d X     = B' (r_X + alpha w L dw - Gamma R d log c)                         own spending, R = theta sum_n T (1 - pi)
/// dw      = [V r_w + gamma h B' r_X] / [V + gamma R d log c/dw - gamma h dX/dw]   own labour market, V value added
/// </code>
/// </remarks>
internal sealed class Preconditioner
{
    private readonly Accounts _accounts;
    private readonly int _sectors;
    private readonly double[] _home;             // h [economy, sector]
    private readonly double[]? _homeLoop;        // B [economy, sector, sector]
    private readonly double[] _priceToWage;      // d log P / dw [economy, sector]
    private readonly double[] _spendingToWage;   // d X / dw [economy, sector]
    private readonly double[] _valueAdded;       // V [economy]
    private readonly double[] _labourToWage;     // the denominator [economy]
    private readonly double[] _scratch;

    public Preconditioner(Accounts accounts)
    {
        _accounts = accounts;
        _sectors = accounts.Sectors;
        var cells = accounts.Economies * _sectors;
        (_home, _priceToWage, _spendingToWage) = (new double[cells], new double[cells], new double[cells]);
        (_valueAdded, _labourToWage) = (new double[accounts.Economies], new double[accounts.Economies]);
        _scratch = new double[2 * _sectors];
        var response = ReadAccounts();
        _homeLoop = accounts.InputShare is { } inputs ? InvertHomeLoops(inputs) : null;
        for (var n = 0; n < accounts.Economies; n++)
        {
            RespondToWage(n, response.AsSpan(n * _sectors, _sectors));
        }
    }

    /// <summary>A copy with scratch space of its own, for another thread.</summary>
    private Preconditioner(Preconditioner shared)
    {
        (_accounts, _sectors, _home, _homeLoop) = (shared._accounts, shared._sectors, shared._home, shared._homeLoop);
        (_priceToWage, _spendingToWage) = (shared._priceToWage, shared._spendingToWage);
        (_valueAdded, _labourToWage) = (shared._valueAdded, shared._labourToWage);
        _scratch = new double[2 * _sectors];
    }

    public Preconditioner ForOneSolve() => new(this);

    /// <summary>
    /// Turns residuals (image minus state) into steps: log wage [economy] from the log excess demand for labour, log
    /// price and spending [economy, sector].
    /// </summary>
    public void ApplyInto(Span<double> wage, Span<double> price, Span<double> spending, double largestWageStep)
    {
        for (var n = 0; n < wage.Length; n++)
        {
            var at = n * _sectors;
            var spendings = spending.Slice(at, _sectors);
            ApplyHomeLoopInto(n, price.Slice(at, _sectors), spendings);
            wage[n] *= _valueAdded[n];
            for (var j = 0; j < _sectors; j++)
            {
                wage[n] += _accounts.ValueAddedShare[at + j] * _home[at + j] * spendings[j];
            }
        }
        TensorPrimitives.Divide(wage, _labourToWage, wage);
        for (var n = 0; n < wage.Length; n++)
        {
            var at = n * _sectors;
            wage[n] = Math.Clamp(wage[n], -largestWageStep, largestWageStep);
            Kernels.AddScaled(_priceToWage.AsSpan(at, _sectors), wage[n], price.Slice(at, _sectors));
            Kernels.AddScaled(_spendingToWage.AsSpan(at, _sectors), wage[n], spending.Slice(at, _sectors));
        }
    }

    private void ApplyHomeLoopInto(int n, Span<double> prices, Span<double> spendings)
    {
        if (_homeLoop is null)
        {
            return;
        }
        var loop = _homeLoop.AsSpan(n * _sectors * _sectors, _sectors * _sectors);
        var newPrices = _scratch.AsSpan(0, _sectors);
        var newSpendings = _scratch.AsSpan(_sectors, _sectors);
        Kernels.RowDotsAndCombineRows(loop, prices, newPrices, spendings, newSpendings);
        newPrices.CopyTo(prices);
        newSpendings.CopyTo(spendings);
    }

    // Home shares, value added as the flows have it, and R: sales lost when cost rises by one in logs.
    private double[] ReadAccounts()
    {
        var economies = _accounts.Economies;
        var response = new double[economies * _sectors];
        var (spending, flow) = (new double[economies], new double[economies]);
        for (var j = 0; j < _sectors; j++)
        {
            var (share, net) = (_accounts.Share[j], _accounts.NetShare[j]);
            for (var n = 0; n < economies; n++)
            {
                spending[n] = _accounts.Spending[n * _sectors + j];
            }
            for (var i = 0; i < economies; i++)
            {
                TensorPrimitives.Multiply(net.AsSpan(i * economies, economies), spending, flow);
                var sales = TensorPrimitives.Sum<double>(flow);
                var lost = sales - Kernels.Dot(flow, share.AsSpan(i * economies, economies));
                _home[i * _sectors + j] = share[i * economies + i];
                _valueAdded[i] += _accounts.ValueAddedShare[i * _sectors + j] * sales;
                response[i * _sectors + j] = _accounts.Theta[j] * lost;
            }
        }
        return response;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] InvertHomeLoops(Cube<double> inputs)
    {
        var block = _sectors * _sectors;
        var loops = new double[_accounts.Economies * block];
        for (var n = 0; n < _accounts.Economies; n++)
        {
            var input = inputs.Layer(n);
            var loop = loops.AsSpan(n * block, block);
            for (var j = 0; j < _sectors; j++)
            {
                for (var k = 0; k < _sectors; k++)
                {
                    loop[j * _sectors + k] = (j == k ? 1 : 0) - _home[n * _sectors + j] * input[k * _sectors + j];
                }
            }
            DominantInverse.InvertInto(loop, _sectors);
        }
        return loops;
    }

    private void RespondToWage(int n, ReadOnlySpan<double> response)
    {
        var at = n * _sectors;
        var share = _accounts.ValueAddedShare.AsSpan(at, _sectors);
        var prices = _priceToWage.AsSpan(at, _sectors);
        var spendings = _spendingToWage.AsSpan(at, _sectors);
        var lostSales = new double[_sectors];
        var (directPrice, directSpending) = (new double[_sectors], new double[_sectors]);
        for (var j = 0; j < _sectors; j++)
        {
            directPrice[j] = _home[at + j] * share[j];
            directSpending[j] = _accounts.FinalShare[at + j] * _accounts.ValueAdded[n];
        }
        if (_homeLoop is null)
        {
            directPrice.CopyTo(prices);
            response.CopyTo(lostSales);
            directSpending.CopyTo(spendings);
        }
        else
        {
            var block = _sectors * _sectors;
            var inputs = _accounts.InputShare!.Layer(n);
            var loop = _homeLoop.AsSpan(n * block, block);
            var lostInputs = new double[_sectors];
            Kernels.RowDots(loop, directPrice, prices);
            Kernels.CombineRows(inputs, prices, lostSales);
            for (var j = 0; j < _sectors; j++)
            {
                lostSales[j] = response[j] * (lostSales[j] + share[j]);
            }
            Kernels.RowDots(inputs, lostSales, lostInputs);
            Kernels.AddScaled(lostInputs, -1, directSpending);
            Kernels.CombineRows(loop, directSpending, spendings);
        }
        _labourToWage[n] = _valueAdded[n];
        for (var j = 0; j < _sectors; j++)
        {
            _labourToWage[n] += share[j] * (lostSales[j] - _home[at + j] * spendings[j]);
        }
        // An economy closed to trade has no wage of its own to find; any positive number will do.
        _labourToWage[n] = Math.Max(_labourToWage[n], 1e-12 * _valueAdded[n]);
    }
}
