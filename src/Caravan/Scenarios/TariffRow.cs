namespace Caravan.Scenarios;

/// <summary>A rate that a bloc chooses; all rates are fractions.</summary>
/// <param name="Bloc">Name of the bloc.</param>
/// <param name="On">Whose goods bear it, in words.</param>
/// <param name="Base">Mean rate there is, weighted by trade.</param>
/// <param name="Optimal">The rate best for the bloc where the others keep theirs.</param>
/// <param name="Nash">The rate where every bloc sets its best.</param>
public sealed record TariffRow(string Bloc, string On, double Base, double Optimal, double Nash);
