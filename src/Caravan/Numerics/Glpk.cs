using System.Runtime.InteropServices;

namespace Caravan.Numerics;

/// <summary>
/// The one place that calls the GNU Linear Programming Kit, version 5 (libglpk.so.40). The library ends the process on
/// a caller's mistake, so programs are checked while they are made. Its state is kept apart by thread only where it was
/// built so, hence one call at a time.
/// </summary>
internal static class Glpk
{
    private const string Library = "glpk";
    private const int Minimise = 1;
    private const int MostIterations = 100_000;

    // GLP_FR, GLP_LO, GLP_UP, GLP_DB, GLP_FX of glpk.h
    private const int Free = 1;
    private const int LowerOnly = 2;
    private const int UpperOnly = 3;
    private const int Both = 4;
    private const int Fixed = 5;

    private static readonly Lock s_oneAtATime = new();

    static Glpk()
    {
        // found once; zero where it is not installed
        var handle = Find();
        IsAvailable = handle != 0;
        NativeLibrary.SetDllImportResolver(
            typeof(Glpk).Assembly, (name, _, _) => name == Library && handle != 0 ? handle : 0);
    }

    /// <summary>True where the library is installed.</summary>
    public static bool IsAvailable { get; }

    /// <summary>Solves by the primal simplex method after scaling.</summary>
    /// <param name="program">The program.</param>
    /// <param name="exactly">Whether the last steps are made in rational arithmetic, which is slow.</param>
    public static GlpkAnswer Solve(LinearProgram program, bool exactly = false)
    {
        if (!IsAvailable)
        {
            throw new DllNotFoundException(LinearSolver.HowToInstall);
        }
        lock (s_oneAtATime)
        {
            _ = TermOut(0);
            var problem = CreateProblem();
            try
            {
                Fill(problem, program);
                return Solve(problem, program, exactly);
            }
            finally
            {
                DeleteProblem(problem);
            }
        }
    }

    private static nint Find()
    {
        string[] names = ["libglpk.so.40", "libglpk.40.dylib", "/opt/homebrew/lib/libglpk.dylib", "glpk_5_0.dll"];
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out var handle))
            {
                return handle;
            }
        }
        return 0;
    }

    private static void Fill(nint problem, LinearProgram program)
    {
        SetDirection(problem, Minimise);
        _ = AddColumns(problem, program.VariableCount);
        for (var variable = 0; variable < program.VariableCount; variable++)
        {
            var (lower, upper) = (program.LowerOf(variable), program.UpperOf(variable));
            SetColumnBounds(problem, variable + 1, KindOf(lower, upper), lower, upper);
            SetCost(problem, variable + 1, program.CostOf(variable));
        }
        if (program.Rows.Count == 0)
        {
            return;
        }
        _ = AddRows(problem, program.Rows.Count);
        // the library counts from one and ignores element zero
        var (rows, columns, values) = (new List<int> { 0 }, new List<int> { 0 }, new List<double> { 0 });
        for (var row = 0; row < program.Rows.Count; row++)
        {
            var (lower, upper) = (program.Rows[row].Lower, program.Rows[row].Upper);
            SetRowBounds(problem, row + 1, KindOf(lower, upper), lower, upper);
            for (var term = 0; term < program.Rows[row].Variables.Length; term++)
            {
                rows.Add(row + 1);
                columns.Add(program.Rows[row].Variables[term] + 1);
                values.Add(program.Rows[row].Coefficients[term]);
            }
        }
        LoadMatrix(problem, values.Count - 1, rows.ToArray(), columns.ToArray(), values.ToArray());
    }

    private static GlpkAnswer Solve(nint problem, LinearProgram program, bool exactly)
    {
        ScaleProblem(problem, 0x80);
        AdvancedBasis(problem, 0);
        var control = new Control { Reserved = new double[33] };
        InitControl(ref control);
        control.MessageLevel = 0;
        control.IterationLimit = MostIterations;
        var code = Simplex(problem, ref control);
        if (exactly)
        {
            code = Exact(problem, ref control);
        }
        var iterations = IterationCount(problem);
        // GLP_OPT, GLP_NOFEAS, GLP_INFEAS with no feasible, GLP_UNBND of glpk.h
        var ending = code != 0 ? GlpkEnding.Stopped : Status(problem) switch
        {
            5 => GlpkEnding.Optimal,
            4 => GlpkEnding.Infeasible,
            6 => GlpkEnding.Unbounded,
            _ => GlpkEnding.Stopped,
        };
        var values = new double[program.VariableCount];
        var prices = new double[program.Rows.Count];
        for (var variable = 0; variable < values.Length; variable++)
        {
            values[variable] = ColumnValue(problem, variable + 1);
        }
        for (var row = 0; row < prices.Length; row++)
        {
            prices[row] = RowPrice(problem, row + 1);
        }
        return new GlpkAnswer(ending, iterations, values, prices);
    }

    private static int KindOf(double lower, double upper) => (double.IsFinite(lower), double.IsFinite(upper)) switch
    {
        (true, true) => lower == upper ? Fixed : Both,
        (true, false) => LowerOnly,
        (false, true) => UpperOnly,
        _ => Free,
    };

    // glp_smcp of glpk.h, version 5.0
    [StructLayout(LayoutKind.Sequential)]
    private struct Control
    {
        public int MessageLevel;
        public int Method;
        public int Pricing;
        public int RatioTest;
        public double BoundTolerance;
        public double DualTolerance;
        public double PivotTolerance;
        public double ObjectiveLower;
        public double ObjectiveUpper;
        public int IterationLimit;
        public int TimeLimit;
        public int OutputFrequency;
        public int OutputDelay;
        public int Presolve;
        public int ExcludeFixed;
        public int ShiftBounds;
        public int RowsOrColumns;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 33)]
        public double[] Reserved;
    }

    [DllImport(Library, EntryPoint = "glp_term_out")]
    private static extern int TermOut(int flag);

    [DllImport(Library, EntryPoint = "glp_create_prob")]
    private static extern nint CreateProblem();

    [DllImport(Library, EntryPoint = "glp_delete_prob")]
    private static extern void DeleteProblem(nint problem);

    [DllImport(Library, EntryPoint = "glp_set_obj_dir")]
    private static extern void SetDirection(nint problem, int direction);

    [DllImport(Library, EntryPoint = "glp_add_rows")]
    private static extern int AddRows(nint problem, int count);

    [DllImport(Library, EntryPoint = "glp_add_cols")]
    private static extern int AddColumns(nint problem, int count);

    [DllImport(Library, EntryPoint = "glp_set_row_bnds")]
    private static extern void SetRowBounds(nint problem, int row, int kind, double lower, double upper);

    [DllImport(Library, EntryPoint = "glp_set_col_bnds")]
    private static extern void SetColumnBounds(nint problem, int column, int kind, double lower, double upper);

    [DllImport(Library, EntryPoint = "glp_set_obj_coef")]
    private static extern void SetCost(nint problem, int column, double cost);

    [DllImport(Library, EntryPoint = "glp_load_matrix")]
    private static extern void LoadMatrix(nint problem, int count, int[] rows, int[] columns, double[] values);

    [DllImport(Library, EntryPoint = "glp_scale_prob")]
    private static extern void ScaleProblem(nint problem, int flags);

    [DllImport(Library, EntryPoint = "glp_adv_basis")]
    private static extern void AdvancedBasis(nint problem, int flags);

    [DllImport(Library, EntryPoint = "glp_init_smcp")]
    private static extern void InitControl(ref Control control);

    [DllImport(Library, EntryPoint = "glp_simplex")]
    private static extern int Simplex(nint problem, ref Control control);

    [DllImport(Library, EntryPoint = "glp_exact")]
    private static extern int Exact(nint problem, ref Control control);

    [DllImport(Library, EntryPoint = "glp_get_it_cnt")]
    private static extern int IterationCount(nint problem);

    [DllImport(Library, EntryPoint = "glp_get_status")]
    private static extern int Status(nint problem);

    [DllImport(Library, EntryPoint = "glp_get_col_prim")]
    private static extern double ColumnValue(nint problem, int column);

    [DllImport(Library, EntryPoint = "glp_get_row_dual")]
    private static extern double RowPrice(nint problem, int row);
}
