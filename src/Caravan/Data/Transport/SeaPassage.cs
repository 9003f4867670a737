namespace Caravan.Data.Transport;

/// <summary>A canal, strait or cape that ships pass and that can be closed.</summary>
/// <param name="Id">Word such as <c>suez</c>.</param>
/// <param name="Name">Readable name.</param>
/// <param name="Hours">Waiting and transit beyond sailing time.</param>
/// <param name="UsdPerTeu">Toll per TEU.</param>
/// <param name="Status">Only existing passages are open in the base network.</param>
public sealed record SeaPassage(string Id, string Name, double Hours, double UsdPerTeu, LinkStatus Status);
