namespace Caravan.Numerics;

/// <summary>
/// A linear program in the making: minimise <c>cost x</c> subject to <c>lower &lt;= A x &lt;= upper</c> for rows and
/// bounds on each variable. Infinite bounds are none. Variables and rows are numbered from zero in the order of adding.
/// </summary>
public sealed class LinearProgram
{
    private readonly List<double> _costs = [];
    private readonly List<double> _lowers = [];
    private readonly List<double> _uppers = [];
    private readonly List<LinearRow> _rows = [];

    /// <summary>How many variables there are.</summary>
    public int VariableCount => _costs.Count;

    /// <summary>The rows, in the order of adding.</summary>
    public IReadOnlyList<LinearRow> Rows => _rows;

    /// <summary>Cost of a variable.</summary>
    public double CostOf(int variable) => _costs[variable];

    /// <summary>Lower bound of a variable; minus infinity for none.</summary>
    public double LowerOf(int variable) => _lowers[variable];

    /// <summary>Upper bound of a variable; infinity for none.</summary>
    public double UpperOf(int variable) => _uppers[variable];

    /// <summary>Adds a variable and gives its number.</summary>
    /// <param name="cost">What one unit adds to the objective; finite.</param>
    /// <param name="lower">Least value; minus infinity for none.</param>
    /// <param name="upper">Largest value, at least <paramref name="lower"/>; infinity for none.</param>
    public int AddVariable(
        double cost, double lower = double.NegativeInfinity, double upper = double.PositiveInfinity)
    {
        RequireFinite(cost, nameof(cost));
        RequireRange(lower, upper);
        _costs.Add(cost);
        _lowers.Add(lower);
        _uppers.Add(upper);
        return _costs.Count - 1;
    }

    /// <summary>Adds a row and gives its number.</summary>
    /// <param name="variables">Variables with a coefficient, each at most once.</param>
    /// <param name="coefficients">Their coefficients; finite.</param>
    /// <param name="lower">Least value; minus infinity for none.</param>
    /// <param name="upper">Largest value, at least <paramref name="lower"/>; infinity for none.</param>
    public int AddRow(
        ReadOnlySpan<int> variables, ReadOnlySpan<double> coefficients, double lower = double.NegativeInfinity,
        double upper = double.PositiveInfinity)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(coefficients.Length, variables.Length);
        RequireRange(lower, upper);
        var seen = new HashSet<int>();
        for (var term = 0; term < variables.Length; term++)
        {
            RequireFinite(coefficients[term], nameof(coefficients));
            ArgumentOutOfRangeException.ThrowIfNegative(variables[term]);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(variables[term], VariableCount);
            if (!seen.Add(variables[term]))
            {
                throw new ArgumentException($"variable {variables[term]} stands twice in a row", nameof(variables));
            }
        }
        _rows.Add(new LinearRow([.. variables], [.. coefficients], lower, upper));
        return _rows.Count - 1;
    }

    private static void RequireFinite(double value, string name)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "a finite number is expected");
        }
    }

    private static void RequireRange(double lower, double upper)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper) || lower > upper
            || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
        {
            throw new ArgumentOutOfRangeException(
                nameof(lower), FormattableString.Invariant($"{lower} to {upper} is no range"));
        }
    }
}
