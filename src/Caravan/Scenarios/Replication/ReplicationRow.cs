namespace Caravan.Scenarios.Replication;

/// <summary>One number of a publication or closed form beside what Caravan computes.</summary>
/// <param name="Table">Where the number stands, such as <c>Table 2</c>.</param>
/// <param name="Item">What it is, such as <c>MEX terms of trade, %</c>.</param>
/// <param name="Published">The number as published, or the closed form's value.</param>
/// <param name="Computed">Caravan's number in the same unit.</param>
/// <param name="Tolerance">Largest difference that counts as agreement.</param>
/// <param name="Digits">Printed digits after the point; 12 where the reference is not rounded.</param>
public sealed record ReplicationRow(
    string Table, string Item, double Published, double Computed, double Tolerance, int Digits)
{
    /// <summary>Computed minus published.</summary>
    public double Difference => Computed - Published;

    /// <summary>True where the difference is within the tolerance.</summary>
    public bool Pass => Math.Abs(Difference) <= Tolerance;

    /// <summary>A row that must agree to every printed digit.</summary>
    public static ReplicationRow Printed(string table, string item, double published, double computed, int digits) =>
        new(table, item, published, computed, 0.5 * Math.Pow(10, -digits) * (1 + 1e-9), digits);
}
