namespace Caravan.Trade;

/// <summary>
/// Measures of gain and loss by economy; they differ, so each has its name. Hats are new over base; the first-order
/// terms are fractions of base income, not hats.
/// </summary>
public sealed class TradeMeasures
{
    private readonly Lazy<FirstOrderWelfare> _firstOrder;

    internal TradeMeasures(TradeOutcome outcome, SolvedWorld worldBefore, SolvedWorld worldAfter)
    {
        var (before, after) = (worldBefore.Solution, worldAfter.Solution);
        var accounts = worldBefore.World.Accounts;
        var (economies, sectors) = (accounts.Economies, accounts.Sectors);
        (IncomeBase, IncomeNew) = (before.Income, after.Income);
        PriceIndexHat = new double[economies];
        RealIncomeHat = new double[economies];
        RealWageHat = new double[economies];
        RealGdpHat = new double[economies];
        for (var n = 0; n < economies; n++)
        {
            var logIndex = 0.0;
            for (var j = 0; j < sectors; j++)
            {
                var e = n * sectors + j;
                logIndex += accounts.FinalShare[e] * (after.LogPrice[e] - before.LogPrice[e]);
            }
            var gdpBase = Math.Exp(before.LogWage[n]) * worldBefore.World.LabourValue[n] + before.Revenue[n];
            var gdpNew = Math.Exp(after.LogWage[n]) * worldAfter.World.LabourValue[n] + after.Revenue[n];
            PriceIndexHat[n] = Math.Exp(logIndex);
            RealIncomeHat[n] = IncomeNew[n] / IncomeBase[n] / PriceIndexHat[n];
            RealWageHat[n] = Math.Exp(after.LogWage[n] - before.LogWage[n] - logIndex);
            RealGdpHat[n] = gdpNew / gdpBase / PriceIndexHat[n];
        }
        _firstOrder = new(() => new FirstOrderWelfare(outcome, worldBefore, worldAfter));
    }

    /// <summary>Household income I [economy], million dollars, before: value added + tariffs + deficit.</summary>
    public double[] IncomeBase { get; }

    /// <summary>Household income I' [economy], million dollars, after, net of infrastructure cost.</summary>
    public double[] IncomeNew { get; }

    /// <summary>Price index of final spending [economy]: product of P^_j to the power alpha_j, base alpha.</summary>
    public double[] PriceIndexHat { get; }

    /// <summary>
    /// Real income (I'/I) / P^ [economy]: the exact equivalent-variation measure, net of infrastructure cost.
    /// </summary>
    public double[] RealIncomeHat { get; }

    /// <summary>Real wage w^ / P^ [economy].</summary>
    public double[] RealWageHat { get; }

    /// <summary>Real GDP [economy]: value added plus tariff revenue over P^, before infrastructure cost.</summary>
    public double[] RealGdpHat { get; }

    /// <summary>Terms of trade, volume of trade and technical efficiency, first order.</summary>
    public FirstOrderWelfare FirstOrder => _firstOrder.Value;

    /// <summary>Terms of trade [economy], first order, Caliendo and Parro (2015).</summary>
    public double[] TermsOfTrade => FirstOrder.TermsOfTrade;

    /// <summary>Volume of trade [economy], first order, Caliendo and Parro (2015).</summary>
    public double[] VolumeOfTrade => FirstOrder.VolumeOfTrade;

    /// <summary>Technical efficiency [economy], first order: saved iceberg cost and productivity.</summary>
    public double[] TechnicalEfficiency => FirstOrder.TechnicalEfficiency;
}
