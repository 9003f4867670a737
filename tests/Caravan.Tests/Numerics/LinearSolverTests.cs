using Caravan.Numerics;

namespace Caravan.Tests.Numerics;

public class LinearSolverTests
{
    private const double Tolerance = 1e-9;

    [LinearFact]
    public void Solve_gives_the_values_and_prices_of_a_textbook_program()
    {
        // Dantzig's window-glass example as in Hillier and Lieberman: max 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18
        var program = new LinearProgram();
        var (x, y) = (program.AddVariable(-3, 0), program.AddVariable(-5, 0));
        program.AddRow([x], [1], upper: 4);
        program.AddRow([y], [2], upper: 12);
        program.AddRow([x, y], [3, 2], upper: 18);
        var solution = LinearSolver.Solve(program);
        Assert.Equal(LinearStatus.Optimal, solution.Status);
        Assert.Equal(-36, solution.Objective, Tolerance);
        Assert.Equal(2, solution.Values[x], Tolerance);
        Assert.Equal(6, solution.Values[y], Tolerance);
        Assert.Equal([0, -1.5, -1], solution.Prices.Select(price => Math.Round(price, 9)));
        Assert.True(solution.Residual <= Tolerance);
    }

    [LinearFact]
    public void Solve_says_that_nothing_is_feasible_and_by_how_much()
    {
        var program = new LinearProgram();
        var (x, y) = (program.AddVariable(1, 0), program.AddVariable(1, 0));
        program.AddRow([x, y], [1, 1], lower: 3);
        program.AddRow([x, y], [1, 1], upper: 1);
        var solution = LinearSolver.Solve(program);
        Assert.Equal(LinearStatus.Infeasible, solution.Status);
        Assert.Equal(2, solution.Infeasibility, Tolerance);
        Assert.Empty(solution.Values);
        Assert.True(double.IsNaN(solution.Objective));
    }

    [LinearFact]
    public void Solve_says_that_there_is_no_end()
    {
        var program = new LinearProgram();
        var (x, y) = (program.AddVariable(-1), program.AddVariable(0, 0, 1));
        program.AddRow([x, y], [1, -1], lower: 0);
        Assert.Equal(LinearStatus.Unbounded, LinearSolver.Solve(program).Status);
    }

    [LinearFact]
    public void Solve_of_random_transport_leaves_no_gap_and_beats_random_plans()
    {
        var random = new Random(3);
        const int Size = 8;
        var program = new LinearProgram();
        var cost = Enumerable.Range(0, Size * Size).Select(_ => random.NextDouble()).ToArray();
        foreach (var each in cost)
        {
            program.AddVariable(each, 0);
        }
        for (var i = 0; i < Size; i++)
        {
            program.AddRow([.. Enumerable.Range(0, Size).Select(j => i * Size + j)], [.. Enumerable.Repeat(1.0, Size)], 1, 1);
            program.AddRow([.. Enumerable.Range(0, Size).Select(j => j * Size + i)], [.. Enumerable.Repeat(1.0, Size)], 1, 1);
        }
        var solution = LinearSolver.Solve(program);
        Assert.Equal(LinearStatus.Optimal, solution.Status);
        var places = Enumerable.Range(0, Size).ToArray();
        for (var trial = 0; trial < 1000; trial++)
        {
            random.Shuffle(places);
            Assert.True(places.Select((to, from) => cost[from * Size + to]).Sum() >= solution.Objective - Tolerance);
        }
    }

    [LinearFact]
    public void Solve_exactly_gives_the_same()
    {
        var program = new LinearProgram();
        var (x, y) = (program.AddVariable(-3, 0), program.AddVariable(-5, 0));
        program.AddRow([x, y], [1, 3], upper: 1);
        program.AddRow([x, y], [3, 1], upper: 1);
        var (rough, exact) = (Glpk.Solve(program), Glpk.Solve(program, exactly: true));
        Assert.Equal((GlpkEnding.Optimal, GlpkEnding.Optimal), (rough.Ending, exact.Ending));
        Assert.Equal([0.25, 0.25], exact.Values);
        Assert.Equal(rough.Values[0], exact.Values[0], Tolerance);
        Assert.InRange(LinearCheck.Residual(program, exact.Values, exact.Prices), 0, 1e-15);
    }

    [LinearFact]
    public void Solve_on_many_threads_gives_the_same()
    {
        var objectives = new double[64];
        Parallel.For(0, objectives.Length, n =>
        {
            var program = new LinearProgram();
            var x = program.AddVariable(1);
            program.AddRow([x], [2], lower: n);
            objectives[n] = LinearSolver.Solve(program).Objective;
        });
        Assert.All(objectives.Select((objective, n) => objective - n / 2.0), gap => Assert.Equal(0, gap, Tolerance));
    }

    [Fact]
    public void Residual_finds_each_kind_of_fault()
    {
        // min x + y, x + y >= 1, both at least 0: x = 1, y = 0 with price 1
        var program = new LinearProgram();
        program.AddVariable(1, 0);
        program.AddVariable(1, 0);
        program.AddRow([0, 1], [1, 1], lower: 1);
        Assert.Equal(0, LinearCheck.Residual(program, [1, 0], [1]), Tolerance);
        Assert.Equal(0.5, LinearCheck.Residual(program, [0, 0], [0]), Tolerance);
        Assert.Equal(1, LinearCheck.Residual(program, [2, -1], [1]), Tolerance);
        Assert.Equal(0.5, LinearCheck.Residual(program, [1, 0], [2]), Tolerance);
        Assert.Equal(0.25, LinearCheck.Residual(program, [1, 0], [0.5]), Tolerance);
        Assert.True(double.IsNaN(LinearCheck.Residual(program, [double.NaN, 0], [1])));
    }

    [Fact]
    public void Program_refuses_what_the_library_would_die_of()
    {
        var program = new LinearProgram();
        program.AddVariable(1);
        Assert.Throws<ArgumentException>(() => program.AddRow([0, 0], [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => program.AddRow([1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => program.AddRow([0], [double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => program.AddRow([0], [1], 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => program.AddVariable(double.PositiveInfinity));
    }
}
