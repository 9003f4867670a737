using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Trade;

namespace Caravan.Scenarios.Results;

/// <summary>From the trade model's outcome to rows.</summary>
internal sealed class ResultBuilder
{
    private readonly Baseline _baseline;
    private readonly ImmutableArray<Sector> _sectors;
    private readonly TradeOutcome _outcome;
    private readonly bool[] _member;
    private readonly TradeTotals _before;
    private readonly TradeTotals _after;
    private readonly double[] _withMembersBefore;
    private readonly double[] _withMembersAfter;
    private readonly double[] _estimatedPct;

    public ResultBuilder(Scenario scenario, TradeModel model, TradeOutcome outcome, PreparedWorld? prepared = null)
    {
        (_baseline, _sectors, _outcome) = (model.Baseline, model.Sectors, outcome);
        var members = scenario.Members.ToHashSet(StringComparer.Ordinal);
        _member = [.. _baseline.Economies.Select(economy => members.Contains(economy.Code))];
        _estimatedPct = prepared?.EstimatedTradePct ?? EstimatedTrade.SharePct(_baseline);
        (_before, _after) = (outcome.TotalsBase, outcome.TotalsNew);
        (_withMembersBefore, _withMembersAfter) = (_before.WithMembers(_member), _after.WithMembers(_member));
    }

    /// <summary>Share of world trade between economies in estimated cells, per cent.</summary>
    public double WorldEstimatedPct => _estimatedPct[^1];

    public ImmutableArray<EconomyResult> Economies() =>
        [.. Enumerable.Range(0, _baseline.Economies.Length).Select(Economy)];

    public ImmutableArray<SectorResult> Sectors()
    {
        var rows = ImmutableArray.CreateBuilder<SectorResult>(_baseline.Economies.Length * _sectors.Length);
        for (var n = 0; n < _baseline.Economies.Length; n++)
        {
            for (var j = 0; j < _sectors.Length; j++)
            {
                var at = n * _sectors.Length + j;
                var (outputBase, outputNew) = (_outcome.OutputBase[n, j], _outcome.OutputNew[n, j]);
                rows.Add(new SectorResult
                {
                    Economy = _baseline.Economies[n].Code,
                    Sector = _sectors[j].Code,
                    OutputBaseMusd = outputBase,
                    OutputNewMusd = outputNew,
                    OutputRealPct = ChangePct(outputBase * _outcome.CostHat[n, j], outputNew),
                    ExportsBaseMusd = _before.SectorExports[at],
                    ExportsNewMusd = _after.SectorExports[at],
                    ImportsBaseMusd = _before.SectorImports[at],
                    ImportsNewMusd = _after.SectorImports[at],
                    PricePct = HatPct(_outcome.PriceHat[n, j]),
                });
            }
        }
        return rows.ToImmutable();
    }

    /// <summary>Made while they are read: a world has hundreds of thousands.</summary>
    public IEnumerable<FlowResult> Flows()
    {
        var count = _baseline.Economies.Length;
        for (var j = 0; j < _sectors.Length; j++)
        {
            for (var i = 0; i < count; i++)
            {
                for (var n = 0; n < count; n++)
                {
                    var (old, now) = (_outcome.TradeBase[j, i, n], _outcome.TradeNew[j, i, n]);
                    if (old != 0 || now != 0)
                    {
                        yield return new FlowResult(_sectors[j].Code, _baseline.Economies[i].Code,
                            _baseline.Economies[n].Code, old, now, IsEstimated(j, i, n));
                    }
                }
            }
        }
    }

    /// <summary>A hat in per cent.</summary>
    public static double HatPct(double hat) => 100 * (hat - 1);

    /// <summary>Change in per cent; zero where there was nothing before.</summary>
    public static double ChangePct(double old, double now) => old == 0 ? 0 : HatPct(now / old);

    private EconomyResult Economy(int n)
    {
        var economy = _baseline.Economies[n];
        var measures = _outcome.Measures;
        return new EconomyResult
        {
            Code = economy.Code,
            Name = economy.Name,
            Member = _member[n],
            Landlocked = economy.Landlocked,
            Region = economy.Region,
            IncomeGroup = economy.IncomeGroup,
            Population = _baseline.Population[n],
            RealIncomePct = HatPct(measures.RealIncomeHat[n]),
            RealWagePct = HatPct(measures.RealWageHat[n]),
            GdpRealPct = HatPct(measures.RealGdpHat[n]),
            TermsOfTradePct = 100 * measures.TermsOfTrade[n],
            VolumeOfTradePct = 100 * measures.VolumeOfTrade[n],
            TechnicalEfficiencyPct = 100 * measures.TechnicalEfficiency[n],
            ExportsPct = ChangePct(_before.Exports[n], _after.Exports[n]),
            ImportsPct = ChangePct(_before.Imports[n], _after.Imports[n]),
            TradeWithMembersPct = ChangePct(_withMembersBefore[n], _withMembersAfter[n]),
            PriceIndexPct = HatPct(measures.PriceIndexHat[n]),
            RealIncomeMusd = measures.IncomeBase[n] * (measures.RealIncomeHat[n] - 1),
            IncomeBaseMusd = measures.IncomeBase[n],
            GdpBaseMusd = _baseline.Gdp[n],
            ExportsBaseMusd = _before.Exports[n],
            ExportsNewMusd = _after.Exports[n],
            ImportsBaseMusd = _before.Imports[n],
            ImportsNewMusd = _after.Imports[n],
            EstimatedTradePct = _estimatedPct[n],
        };
    }

    // In a pooled world a flow counts as estimated as soon as one of the sectors in it is.
    private bool IsEstimated(int sector, int origin, int destination)
    {
        if (_sectors.Length == _baseline.Sectors.Length)
        {
            return _baseline.Estimated[sector, origin, destination];
        }
        for (var j = 0; j < _baseline.Sectors.Length; j++)
        {
            if (_baseline.Estimated[j, origin, destination] && _baseline.Trade[j, origin, destination] > 0)
            {
                return true;
            }
        }
        return false;
    }
}
