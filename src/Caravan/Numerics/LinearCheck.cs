namespace Caravan.Numerics;

/// <summary>Recomputes from a primal and a dual solution how well they solve a linear program.</summary>
internal static class LinearCheck
{
    /// <summary>The largest relative violation: rows, bounds, dual signs, duality gap.</summary>
    /// <param name="program">The program.</param>
    /// <param name="values">One value a variable.</param>
    /// <param name="prices">One shadow price a row.</param>
    public static double Residual(LinearProgram program, double[] values, double[] prices)
    {
        var worst = 0.0;
        var reduced = new double[program.VariableCount];
        var (primal, dual) = (new double[program.VariableCount], new List<double>());
        for (var variable = 0; variable < reduced.Length; variable++)
        {
            reduced[variable] = program.CostOf(variable);
            primal[variable] = program.CostOf(variable) * values[variable];
        }
        for (var row = 0; row < program.Rows.Count; row++)
        {
            var (lower, upper) = (program.Rows[row].Lower, program.Rows[row].Upper);
            Note(Outside(Activity(program.Rows[row], values), lower, upper));
            for (var term = 0; term < program.Rows[row].Variables.Length; term++)
            {
                reduced[program.Rows[row].Variables[term]] -= prices[row] * program.Rows[row].Coefficients[term];
            }
            Price(prices[row], lower, upper, 1);
        }
        for (var variable = 0; variable < reduced.Length; variable++)
        {
            var (lower, upper) = (program.LowerOf(variable), program.UpperOf(variable));
            Note(Outside(values[variable], lower, upper));
            Price(reduced[variable], lower, upper, 1 + Math.Abs(program.CostOf(variable)));
        }
        var objective = FixedOrder.Sum(primal);
        Note(Math.Abs(objective - FixedOrder.Sum(dual.ToArray())) / (1 + Math.Abs(objective)));
        return worst;

        // a NaN anywhere must come out as one
        void Note(double violation) => worst = violation > worst || double.IsNaN(violation) ? violation : worst;

        // a positive price belongs to a lower bound, a negative one to an upper bound; without the bound it is wrong
        void Price(double price, double lower, double upper, double scale)
        {
            var bound = price > 0 ? lower : upper;
            if (double.IsFinite(bound))
            {
                dual.Add(price * bound);
            }
            else
            {
                Note(Math.Abs(price) / scale);
            }
        }
    }

    /// <summary>The value of a row.</summary>
    public static double Activity(LinearRow row, ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var term = 0; term < row.Variables.Length; term++)
        {
            sum += row.Coefficients[term] * values[row.Variables[term]];
        }
        return sum;
    }

    private static double Outside(double value, double lower, double upper) =>
        value < lower ? (lower - value) / (1 + Math.Abs(lower))
        : value > upper ? (value - upper) / (1 + Math.Abs(upper))
        : double.IsNaN(value) ? value : 0;
}
