namespace Caravan.Trade;

/// <summary>
/// Measures of gain and loss by economy. Hats are new over base; the three first-order terms are fractions of base
/// income, not hats.
/// </summary>
public sealed class TradeMeasures
{
    /// <summary>Household income I [economy], million dollars, before: value added + tariffs + deficit - G.</summary>
    public required double[] IncomeBase { get; init; }

    /// <summary>Household income I' [economy], million dollars, after.</summary>
    public required double[] IncomeNew { get; init; }

    /// <summary>Price index of final spending [economy]: product of P^_j to the power alpha_j.</summary>
    public required double[] PriceIndexHat { get; init; }

    /// <summary>
    /// Real income (I'/I) / P^ [economy]: the exact equivalent-variation measure, net of infrastructure cost.
    /// </summary>
    public required double[] RealIncomeHat { get; init; }

    /// <summary>Real wage w^ / P^ [economy].</summary>
    public required double[] RealWageHat { get; init; }

    /// <summary>Real GDP [economy]: value added plus tariff revenue over P^, before infrastructure cost.</summary>
    public required double[] RealGdpHat { get; init; }

    /// <summary>Terms of trade [economy], first order, Caliendo and Parro (2015).</summary>
    public required double[] TermsOfTrade { get; init; }

    /// <summary>Volume of trade [economy], first order, Caliendo and Parro (2015).</summary>
    public required double[] VolumeOfTrade { get; init; }

    /// <summary>Technical efficiency [economy], first order: saved iceberg cost on imports and own sales.</summary>
    public required double[] TechnicalEfficiency { get; init; }
}
