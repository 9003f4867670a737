namespace Caravan.Data;

/// <summary>A sector of a baseline.</summary>
/// <param name="Code">Short code, such as <c>C29</c>.</param>
/// <param name="Name">Readable name, such as <c>Motor vehicles</c>.</param>
/// <param name="IsService">True for services, false for goods (agriculture, mining, manufacturing, electricity).</param>
public sealed record Sector(string Code, string Name, bool IsService);
