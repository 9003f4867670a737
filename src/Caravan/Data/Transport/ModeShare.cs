namespace Caravan.Data.Transport;

/// <summary>How the goods that one area sends to another are divided among modes in the base year.</summary>
/// <param name="FromArea">Area of the rates' table that sends them.</param>
/// <param name="ToArea">Area that receives them.</param>
/// <param name="Land">Fraction of their value that goes over land.</param>
/// <param name="Air">Fraction of their value that flies.</param>
public sealed record ModeShare(string FromArea, string ToArea, double Land, double Air)
{
    /// <summary>Fraction of their value that goes by sea.</summary>
    public double Sea => 1 - Land - Air;
}
