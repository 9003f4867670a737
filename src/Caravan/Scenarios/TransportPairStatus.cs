namespace Caravan.Scenarios;

/// <summary>Whether a way joins two economies.</summary>
public enum TransportPairStatus
{
    /// <summary>Before and after.</summary>
    Connected,

    /// <summary>Before and no longer: delivery costs ten times as much.</summary>
    CutOff,

    /// <summary>Before and after, but some of their cities no longer: these trade at ten times the cost.</summary>
    PartlyCutOff,

    /// <summary>Not before: the network gives no measure of the gain, so trade costs stay as they are.</summary>
    NewlyConnected,

    /// <summary>Neither before nor after.</summary>
    NoWay,
}
