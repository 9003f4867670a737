using Caravan.Data;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// Everything that can change from outside the model. What is null stays as in the baseline; shapes are those of the
/// baseline whichever <see cref="ModelVariant"/> is solved.
/// </summary>
public sealed record TradeShock
{
    /// <summary>Nothing changes.</summary>
    public static TradeShock None { get; } = new();

    /// <summary>New tariffs tau' [sector, origin, destination], fractions above -1, zero at home.</summary>
    public Cube<double>? TariffRateNew { get; init; }

    /// <summary>Change d^ of iceberg costs.</summary>
    public TradeCostChange? TradeCost { get; init; }

    /// <summary>Change A^ of productivity [economy, sector], positive; unit cost falls by the same factor.</summary>
    public Matrix<double>? ProductivityHat { get; init; }

    /// <summary>Change L^ of labour in each economy, positive.</summary>
    public double[]? LabourHat { get; init; }

    /// <summary>New trade deficits D', million dollars; they sum to zero over the world.</summary>
    public double[]? DeficitNew { get; init; }

    /// <summary>Yearly cost G of infrastructure paid by each economy's taxpayers, million dollars.</summary>
    public double[]? InfrastructureCost { get; init; }

    /// <summary>
    /// Change of the weight of each sector in final spending [economy, sector], zero or more: new shares are the
    /// variant's own times the weights, scaled to sum to one. What is nothing in every sector that an economy buys is
    /// refused.
    /// </summary>
    public Matrix<double>? FinalWeightHat { get; init; }

    /// <summary>New tariffs tau' of a few cells, in place of <see cref="TariffRateNew"/>.</summary>
    internal CellValues? TariffCells { get; init; }

    /// <summary>Changes d^ of a few cells, which multiply those of <see cref="TradeCost"/>.</summary>
    internal CellValues? IcebergCells { get; init; }

    /// <summary>The same shock with every cell of tariffs and icebergs written out.</summary>
    internal TradeShock Dense(Cube<double> tariffRate)
    {
        var (sectors, economies) = (tariffRate.Layers, tariffRate.Rows);
        var tariffs = TariffCells?.Over(tariffRate);
        var hats = IcebergCells is null ? null
            : TradeCost?.IcebergHat.ToArray() ?? Enumerable.Repeat(1.0, tariffRate.Values.Length).ToArray();
        for (var j = 0; j < sectors && hats is not null; j++)
        {
            IcebergCells!.MultiplyInto(j, hats.AsSpan(j * economies * economies, economies * economies));
        }
        return this with
        {
            TariffRateNew = tariffs is null ? TariffRateNew : new Cube<double>(sectors, economies, economies, tariffs),
            TradeCost = hats is null ? TradeCost : new TradeCostChange(new Cube<double>(sectors, economies, economies, hats)),
            TariffCells = null,
            IcebergCells = null,
        };
    }
}
