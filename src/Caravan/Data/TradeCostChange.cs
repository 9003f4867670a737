using Caravan.Numerics;

namespace Caravan.Data;

/// <summary>
/// Change in the iceberg cost of moving goods and services between economies: new over base, 1 where nothing changes.
/// It carries everything that is not a tariff: transport, borders, standards, digital procedures, payment.
/// </summary>
/// <param name="IcebergHat">[sector, origin, destination], finite and positive.</param>
public sealed record TradeCostChange(Cube<double> IcebergHat);
