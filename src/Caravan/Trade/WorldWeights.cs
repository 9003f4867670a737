namespace Caravan.Trade;

/// <summary>Weights of shares in the world after a shock.</summary>
/// <param name="Weight">pi k^^-theta, [sector][origin, destination]; the base share where nothing changes.</param>
/// <param name="NetWeight">pi k^^-theta / (1 + tau'); the same array as the weight where there is no tariff.</param>
internal sealed record WorldWeights(double[][] Weight, double[][] NetWeight);
