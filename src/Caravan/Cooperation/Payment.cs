namespace Caravan.Cooperation;

/// <summary>One payment between players.</summary>
/// <param name="From">Who pays.</param>
/// <param name="To">Who receives.</param>
/// <param name="Amount">How much; above zero.</param>
public readonly record struct Payment(int From, int To, double Amount);
