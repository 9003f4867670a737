namespace Caravan.Data.Transport;

/// <summary>What a place is.</summary>
public enum PlaceKind
{
    /// <summary>A city with inhabitants: where journeys begin and end.</summary>
    City,

    /// <summary>A sea or Caspian port.</summary>
    Port,

    /// <summary>A junction, station or terminal.</summary>
    Junction,

    /// <summary>A node of the sea graph.</summary>
    Sea,
}
