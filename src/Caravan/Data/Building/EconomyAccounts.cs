using Caravan.Numerics;

namespace Caravan.Data.Building;

/// <summary>
/// Closes the accounts of one economy around its trade. Notation: Q production, R re-exports, E exports, M imports,
/// MT imports with tariffs, S = X - MT own sales, X spending, I = VA + tariffs + D income, A cost shares, alpha final
/// shares, m the re-exporter's margin.
///
///     X = alpha I + A Q + (1 - m) R        use of each sector
///     Q + R = X - MT + E                   output equals own sales and exports
///
/// The two give Q by one linear system, and value added then adds up to VA by construction, because each sector's
/// cost shares sum to one. What can go wrong is S &lt; 0: imports beyond use. Two written rules mend it: re-exports, then
/// use.
/// </summary>
internal sealed class EconomyAccounts
{
    /// <summary>Value added per dollar of re-exports.</summary>
    public const double ReExportMargin = 0.10;

    /// <summary>Highest share of re-exports in the lesser of a sector's exports and imports.</summary>
    public const double HighestReExportShare = 0.95;

    private const int ReExportRounds = 60;
    private const int MaxRounds = 2000;

    private readonly AccountsInput _input;
    private readonly Technology _technology;
    private readonly double[] _reExports;
    private readonly double[] _transit;
    private readonly int _count;

    private EconomyAccounts(AccountsInput input)
    {
        _input = input;
        _technology = input.Technology.Clone();
        _count = _technology.Count;
        _reExports = new double[_count];
        _transit = [.. input.ImportMix.Select(share => (1 - ReExportMargin) * input.UnrecordedReExports * share)];
        (Production, Use) = (new double[_count], new double[_count]);
        UseRaised = [.. Enumerable.Repeat(1.0, _count)];
    }

    /// <summary>Production Q without re-exports.</summary>
    public double[] Production { get; private set; }

    /// <summary>Use X by sector, imports and tariffs included.</summary>
    public double[] Use { get; private set; }

    /// <summary>Re-exports R by sector, gross.</summary>
    public ReadOnlySpan<double> ReExports => _reExports;

    /// <summary>Cost and final shares after mending.</summary>
    public Technology Technology => _technology;

    /// <summary>By how much the rules raised the use of each sector above what its technology asks for; 1 where not.
    /// </summary>
    public double[] UseRaised { get; }

    /// <summary>Rounds of mending use; zero where imports never exceeded it.</summary>
    public int Rounds { get; private set; }

    /// <summary>
    /// What the economy's own demand asks for by the technology it came with: without re-exports and before use was
    /// raised, so that imports do not justify themselves.
    /// </summary>
    public double[] OwnDemand()
    {
        var demand = new double[_count];
        for (var k = 0; k < _count; k++)
        {
            demand[k] = _input.Technology.Final[k] * _input.Income;
            for (var j = 0; j < _count; j++)
            {
                demand[k] += _input.Technology.Inputs[k, j] * Production[j];
            }
        }
        return demand;
    }

    /// <summary>Goods bought to be sold abroad again, by sector.</summary>
    public double[] Transit() => [.. Use.Select((_, k) => Through(k))];

    /// <summary>Sales of one sector at home.</summary>
    public double OwnSales(int k) => Use[k] - _input.ImportsWithTariff[k];

    /// <summary>Solves, mends and solves again until every sector keeps some own sales.</summary>
    /// <exception cref="InvalidOperationException">The rules cannot mend the economy: its trade contradicts its GDP.
    /// </exception>
    public static EconomyAccounts Close(AccountsInput input)
    {
        var accounts = new EconomyAccounts(input);
        accounts.Solve();
        accounts.FindReExports();
        while (accounts.Mend())
        {
            accounts.Solve();
            if (++accounts.Rounds > MaxRounds)
            {
                throw new InvalidOperationException($"the accounts of {input.Code} do not close");
            }
        }
        return accounts;
    }

    /// <summary>Output [sector] and blended cost shares: production, re-exports and unrecorded re-exports together.
    /// </summary>
    public (double[] Output, double[,] InputShare, double[] ValueAddedShare) Blend()
    {
        var output = new double[_count];
        var inputs = new double[_count, _count];
        var valueAdded = new double[_count];
        var trade = SectorTable.IndexOf("G");
        for (var j = 0; j < _count; j++)
        {
            var unrecorded = j == trade ? _input.UnrecordedReExports : 0;
            output[j] = Production[j] + _reExports[j] + unrecorded;
            if (!(output[j] > 0))
            {
                // nothing made, nothing sold: the technology stays for what a scenario may start
                valueAdded[j] = _technology.ValueAdded[j];
                for (var k = 0; k < _count; k++)
                {
                    inputs[k, j] = _technology.Inputs[k, j];
                }
                continue;
            }
            for (var k = 0; k < _count; k++)
            {
                var cost = _technology.Inputs[k, j] * Production[j]
                    + (k == j ? (1 - ReExportMargin) * _reExports[j] : 0)
                    + (j == trade ? _transit[k] : 0);
                inputs[k, j] = cost / output[j];
            }
            valueAdded[j] = (_technology.ValueAdded[j] * Production[j]
                + ReExportMargin * (_reExports[j] + unrecorded)) / output[j];
        }
        return (output, inputs, valueAdded);
    }

    private double Through(int k) => (1 - ReExportMargin) * _reExports[k] + _transit[k];

    private void Solve()
    {
        var trade = SectorTable.IndexOf("G");
        var system = new double[_count, _count];
        var right = new double[_count];
        for (var k = 0; k < _count; k++)
        {
            right[k] = _technology.Final[k] * _input.Income + Through(k) - _input.ImportsWithTariff[k]
                + _input.Exports[k] - _reExports[k] - (k == trade ? _input.UnrecordedReExports : 0);
            for (var j = 0; j < _count; j++)
            {
                system[k, j] = (k == j ? 1 : 0) - _technology.Inputs[k, j];
            }
        }
        Production = LinearSystem.Solve(system, right);
        for (var k = 0; k < _count; k++)
        {
            var use = _technology.Final[k] * _input.Income + Through(k);
            for (var j = 0; j < _count; j++)
            {
                use += _technology.Inputs[k, j] * Production[j];
            }
            Use[k] = use;
        }
    }

    // The economy re-exports what its goods imports exceed the part of its goods demand that an economy of its size
    // imports at most. They come from the sectors whose imports exceed that part of the sector's demand, as far as the
    // sector also exports.
    private void FindReExports()
    {
        for (var round = 0; round < ReExportRounds; round++)
        {
            var (needed, excess) = (0.0, new double[_count]);
            for (var k = 0; k < SectorTable.GoodsCount; k++)
            {
                var beyond = (_input.ImportsWithTariff[k] - _transit[k]
                    - (1 - _input.LowestGoodsHomeShare) * (Use[k] - Through(k))) / (1 - ReExportMargin);
                needed += beyond;
                excess[k] = Math.Clamp(beyond, 0, Ceiling(k));
            }
            var total = excess.Sum();
            var part = total > 0 ? Math.Clamp(needed / total, 0, 1) : 0;
            for (var k = 0; k < _count; k++)
            {
                _reExports[k] = 0.5 * _reExports[k] + 0.5 * part * excess[k];
            }
            Solve();
        }
    }

    private double Ceiling(int k) => k < SectorTable.GoodsCount
        ? HighestReExportShare * Math.Min(_input.Exports[k], _input.ImportsWithTariff[k]) : 0;

    // True where something had to be mended. Imports beyond a sector's use are first re-exported, as far as the sector
    // exports; beyond that they show that the economy uses more of the sector than its technology says, so every use of
    // the sector grows in proportion and the others give way; value-added shares stay.
    private bool Mend()
    {
        var mended = false;
        for (var k = 0; k < _count; k++)
        {
            var lowest = _input.ImportsWithTariff[k] / (1 - _input.LowestHomeShare[k]);
            var gap = lowest - Use[k];
            if (gap <= 1e-9 * lowest)
            {
                continue;
            }
            mended = true;
            var more = Math.Min(gap / (1 - ReExportMargin), Ceiling(k) - _reExports[k]);
            if (more > 1e-12 * lowest)
            {
                _reExports[k] += more;
                continue;
            }
            var own = Math.Max(Use[k] - Through(k), 0.1 * (lowest - Through(k)));
            Scale(k, (lowest - Through(k)) / own);
        }
        if (mended)
        {
            Normalise();
        }
        return mended;
    }

    private void Scale(int input, double factor)
    {
        UseRaised[input] *= factor;
        _technology.Final[input] *= factor;
        for (var j = 0; j < _count; j++)
        {
            _technology.Inputs[input, j] *= factor;
        }
    }

    private void Normalise()
    {
        var final = _technology.Final.Sum();
        for (var j = 0; j < _count; j++)
        {
            _technology.Final[j] /= final;
            _technology.SetValueAdded(j, _technology.ValueAdded[j]);
        }
    }
}
