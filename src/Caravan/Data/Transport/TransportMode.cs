namespace Caravan.Data.Transport;

/// <summary>How goods move over a link.</summary>
public enum TransportMode
{
    /// <summary>Truck on a main road.</summary>
    Road,

    /// <summary>Train; a line has a gauge, and trains do not change gauge.</summary>
    Rail,

    /// <summary>Ship on the open sea.</summary>
    Sea,

    /// <summary>Ferry that carries trucks, wagons or both.</summary>
    Ferry,
}
