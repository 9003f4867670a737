using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// An approximate inverse of one minus the Jacobian of a sweep, built from the base accounts alone. Each economy's own
/// loop of inputs is inverted exactly: prices by I - diag(pi_nn) Gamma', spending by its transpose, so that only the
/// trade between economies is left to the iteration. Wages move by the own response of excess demand for labour.
/// </summary>
internal sealed class Preconditioner
{
    private readonly Accounts _accounts;
    private readonly double[] _homeShare;
    private readonly double[]? _homeLoop;
    private readonly double[] _wageStep;

    public Preconditioner(Accounts accounts)
    {
        _accounts = accounts;
        _homeShare = HomeShares(accounts);
        _homeLoop = accounts.InputShare is { } inputs ? FactorHomeLoops(accounts, inputs, _homeShare) : null;
        _wageStep = OwnWageSteps(accounts);
    }

    /// <summary>
    /// Turns residuals (image minus state) into steps: log wage [economy] from the log excess demand for labour, log
    /// price and spending [economy, sector].
    /// </summary>
    public void ApplyInto(Span<double> wage, Span<double> price, Span<double> spending)
    {
        var sectors = _accounts.Sectors;
        for (var n = 0; n < wage.Length; n++)
        {
            wage[n] *= _wageStep[n];
            var at = n * sectors;
            var income = _accounts.ValueAdded[n] * wage[n];
            for (var e = at; e < at + sectors; e++)
            {
                price[e] += _homeShare[e] * _accounts.ValueAddedShare[e] * wage[n];
                spending[e] += _accounts.FinalShare[e] * income;
            }
            if (_homeLoop is not null)
            {
                var factors = _homeLoop.AsSpan(at * sectors, sectors * sectors);
                LowerUpper.SolveInto(factors, price.Slice(at, sectors));
                LowerUpper.SolveTransposedInto(factors, spending.Slice(at, sectors));
            }
        }
    }

    private static double[] HomeShares(Accounts accounts)
    {
        var (economies, sectors) = (accounts.Economies, accounts.Sectors);
        var home = new double[economies * sectors];
        for (var j = 0; j < sectors; j++)
        {
            for (var n = 0; n < economies; n++)
            {
                home[n * sectors + j] = accounts.Share[j][n * economies + n];
            }
        }
        return home;
    }

    private static double[] FactorHomeLoops(Accounts accounts, double[] inputs, double[] home)
    {
        var sectors = accounts.Sectors;
        var block = sectors * sectors;
        var loops = new double[accounts.Economies * block];
        for (var n = 0; n < accounts.Economies; n++)
        {
            var input = inputs.AsSpan(n * block, block);
            var loop = loops.AsSpan(n * block, block);
            for (var j = 0; j < sectors; j++)
            {
                for (var k = 0; k < sectors; k++)
                {
                    loop[j * sectors + k] = (j == k ? 1 : 0) - home[n * sectors + j] * input[k * sectors + j];
                }
            }
            LowerUpper.FactorInto(loop, sectors);
        }
        return loops;
    }

    // How far a wage must rise to remove an excess demand of one: sales fall with the elasticity on the part of each
    // market that is not the economy's own, and the wage bill itself rises one for one.
    private static double[] OwnWageSteps(Accounts accounts)
    {
        var (economies, sectors) = (accounts.Economies, accounts.Sectors);
        var (labour, response) = (new double[economies], new double[economies]);
        for (var j = 0; j < sectors; j++)
        {
            var (share, net) = (accounts.Share[j], accounts.NetShare[j]);
            for (var i = 0; i < economies; i++)
            {
                double sales = 0, lost = 0;
                for (var n = 0; n < economies; n++)
                {
                    var flow = net[i * economies + n] * accounts.Spending[n * sectors + j];
                    sales += flow;
                    lost += flow * (1 - share[i * economies + n]);
                }
                labour[i] += accounts.ValueAddedShare[i * sectors + j] * sales;
                response[i] += accounts.ValueAddedShare[i * sectors + j] * accounts.Theta[j] * lost;
            }
        }
        for (var i = 0; i < economies; i++)
        {
            labour[i] = labour[i] > 0 ? labour[i] / (labour[i] + response[i]) : 0;
        }
        return labour;
    }
}
