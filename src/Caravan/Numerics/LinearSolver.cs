namespace Caravan.Numerics;

/// <summary>
/// Solves linear programs by the simplex method of GLPK, and believes nothing it says: every solution is checked from
/// the program itself, and that a program is infeasible or unbounded is confirmed by a second program.
/// </summary>
public static class LinearSolver
{
    /// <summary>Largest residual of a solution that counts as optimal.</summary>
    public const double Tolerance = 1e-8;

    /// <summary>True where the library is there.</summary>
    public static bool IsAvailable => Glpk.IsAvailable;

    /// <summary>What to do where <see cref="IsAvailable"/> is false, in one line.</summary>
    public const string HowToInstall =
        "the linear-programming library GLPK (libglpk.so.40) is not installed; on Debian or Ubuntu: "
        + "apt-get install libglpk40";

    /// <summary>The solution.</summary>
    /// <exception cref="DllNotFoundException">The library is not installed.</exception>
    public static LinearSolution Solve(LinearProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        if (program.VariableCount == 0)
        {
            throw new ArgumentException("a program without variables", nameof(program));
        }
        var answer = Solved(program);
        return answer.Ending switch
        {
            GlpkEnding.Optimal => Checked(program, answer),
            GlpkEnding.Infeasible => ConfirmInfeasible(program, answer.Iterations),
            GlpkEnding.Unbounded => ConfirmUnbounded(program, answer.Iterations),
            _ => Failed(LinearStatus.Stopped, answer.Iterations, double.NaN),
        };
    }

    // Floating point is enough but for rare degenerate programs; rational arithmetic settles those.
    private static GlpkAnswer Solved(LinearProgram program)
    {
        var answer = Glpk.Solve(program);
        var doubtful = answer.Ending == GlpkEnding.Stopped || (answer.Ending == GlpkEnding.Optimal
            && !(LinearCheck.Residual(program, answer.Values, answer.Prices) <= Tolerance));
        return doubtful ? Glpk.Solve(program, exactly: true) : answer;
    }

    private static LinearSolution Checked(LinearProgram program, GlpkAnswer answer)
    {
        var residual = LinearCheck.Residual(program, answer.Values, answer.Prices);
        if (!(residual <= Tolerance))
        {
            return Failed(LinearStatus.Inaccurate, answer.Iterations, residual);
        }
        var parts = new double[program.VariableCount];
        for (var variable = 0; variable < parts.Length; variable++)
        {
            parts[variable] = program.CostOf(variable) * answer.Values[variable];
        }
        return new LinearSolution
        {
            Status = LinearStatus.Optimal,
            Iterations = answer.Iterations,
            Residual = residual,
            Objective = FixedOrder.Sum(parts),
            Values = [.. answer.Values],
            Prices = [.. answer.Prices],
        };
    }

    private static LinearSolution Failed(LinearStatus status, int iterations, double residual) =>
        new() { Status = status, Iterations = iterations, Residual = residual };

    // The least sum of violations of the rows; above zero it proves that there is nothing feasible.
    private static LinearSolution ConfirmInfeasible(LinearProgram program, int iterations)
    {
        var elastic = new LinearProgram();
        for (var variable = 0; variable < program.VariableCount; variable++)
        {
            elastic.AddVariable(0, program.LowerOf(variable), program.UpperOf(variable));
        }
        var scale = 1.0;
        foreach (var row in program.Rows)
        {
            var (below, above) = (elastic.AddVariable(1, 0), elastic.AddVariable(1, 0));
            elastic.AddRow([.. row.Variables, below, above], [.. row.Coefficients, 1, -1], row.Lower, row.Upper);
            scale = Math.Max(scale, double.IsFinite(row.Lower) ? Math.Abs(row.Lower) : 0);
            scale = Math.Max(scale, double.IsFinite(row.Upper) ? Math.Abs(row.Upper) : 0);
        }
        var answer = Solved(elastic);
        var residual = answer.Ending == GlpkEnding.Optimal
            ? LinearCheck.Residual(elastic, answer.Values, answer.Prices)
            : double.NaN;
        var violation = answer.Ending == GlpkEnding.Optimal ? answer.Values[program.VariableCount..].Sum() : 0;
        var confirmed = residual <= Tolerance && violation > Tolerance * scale;
        var status = confirmed ? LinearStatus.Infeasible : LinearStatus.Inaccurate;
        return Failed(status, iterations + answer.Iterations, residual) with
        {
            Infeasibility = confirmed ? violation : 0,
        };
    }

    // A direction that can be followed for ever and on which the objective falls, within a box.
    private static LinearSolution ConfirmUnbounded(LinearProgram program, int iterations)
    {
        var direction = new LinearProgram();
        for (var variable = 0; variable < program.VariableCount; variable++)
        {
            direction.AddVariable(
                program.CostOf(variable),
                double.IsFinite(program.LowerOf(variable)) ? 0 : -1,
                double.IsFinite(program.UpperOf(variable)) ? 0 : 1);
        }
        foreach (var row in program.Rows)
        {
            direction.AddRow(
                row.Variables.AsSpan(), row.Coefficients.AsSpan(),
                double.IsFinite(row.Lower) ? 0 : row.Lower, double.IsFinite(row.Upper) ? 0 : row.Upper);
        }
        var answer = Solved(direction);
        var residual = answer.Ending == GlpkEnding.Optimal
            ? LinearCheck.Residual(direction, answer.Values, answer.Prices)
            : double.NaN;
        var falls = 0.0;
        for (var variable = 0; variable < answer.Values.Length; variable++)
        {
            falls += program.CostOf(variable) * answer.Values[variable];
        }
        var confirmed = residual <= Tolerance && falls < -Tolerance;
        return Failed(
            confirmed ? LinearStatus.Unbounded : LinearStatus.Inaccurate, iterations + answer.Iterations, residual);
    }
}
