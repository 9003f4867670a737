using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Trade;

namespace Caravan.Scenarios.Sharing;

/// <summary>Solves sets of actions for the members, remembers them, and keeps them in a file.</summary>
internal sealed class MemberSolver
{
    // What a run that dies loses at most. The file is written anew when it would grow by a quarter.
    private const int ChunkSize = 128;
    private const int SavedParts = 4;

    private readonly PackageSolver _solver;
    private readonly int[] _members;
    private readonly OutcomeCache? _cache;
    private readonly Dictionary<Coalition, MemberOutcome> _known = [];
    private int _saved;

    public MemberSolver(PackageSolver solver, OutcomeCache? cache)
    {
        (_solver, _cache) = (solver, cache);
        _members = [.. solver.Scenario.Members.Select(solver.Baseline.IndexOfEconomy)];
        foreach (var outcome in cache?.Read() ?? [])
        {
            _known.Add(outcome.Actions, outcome);
        }
        _saved = FromCache = _known.Count;
    }

    /// <summary>How many outcomes were in the file at the beginning.</summary>
    public int FromCache { get; }

    /// <summary>How many outcomes were solved.</summary>
    public int Solved { get; private set; }

    /// <summary>What a person should know about the file; empty where all is well.</summary>
    public string CacheNote => _cache?.Note ?? "";

    /// <summary>The outcome of a set that was asked for before.</summary>
    public MemberOutcome this[Coalition actions] => _known[actions];

    /// <summary>Solves those of some sets that are not known; false where one did not converge.</summary>
    public bool Solve(
        IEnumerable<Coalition> sets, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        ImmutableArray<Coalition> unknown =
            [.. sets.Distinct().Where(set => !_known.ContainsKey(set)).OrderBy(set => set.Members)];
        try
        {
            for (var from = 0; from < unknown.Length; from += ChunkSize)
            {
                var chunk = unknown[from..Math.Min(unknown.Length, from + ChunkSize)];
                var part = progress is null ? null : new Part(progress, from, chunk.Length, unknown.Length);
                _solver.SolveAll(chunk, part, cancellation);
                Take(chunk);
                if (_known.Count - _saved >= Math.Max(ChunkSize, _saved / SavedParts))
                {
                    Save();
                }
            }
        }
        finally
        {
            // what was solved before a cancellation is kept too
            Take(unknown);
            if (_known.Count > _saved)
            {
                Save();
            }
        }
        return unknown.All(set => _known[set].Status == SolveStatus.Converged);
    }

    /// <summary>The first outcome that did not converge, or null.</summary>
    public MemberOutcome? Failed => _known.Values.Where(outcome => outcome.Status != SolveStatus.Converged)
        .OrderBy(outcome => outcome.Actions.Members).FirstOrDefault();

    /// <summary>Most sweeps and largest residual over sets that were asked for.</summary>
    public MemberOutcome Worst(IEnumerable<Coalition> sets)
    {
        var outcomes = sets.Select(set => _known[set]).ToList();
        return outcomes[0] with
        {
            Iterations = outcomes.Max(outcome => outcome.Iterations),
            Residual = outcomes.Max(outcome => outcome.Residual),
        };
    }

    private void Take(IEnumerable<Coalition> sets)
    {
        foreach (var outcome in sets.Where(set => !_known.ContainsKey(set)).Select(_solver.Known).OfType<PackageOutcome>())
        {
            _known[outcome.Actions] = Of(outcome);
            Solved++;
        }
    }

    private MemberOutcome Of(PackageOutcome outcome) => new(
        outcome.Actions, outcome.Status, outcome.Iterations, outcome.Residual,
        outcome.Status == SolveStatus.Converged ? [.. _members.Select(n => outcome.RealIncomeMusd[n])] : []);

    private void Save()
    {
        _cache?.Write(_known.Values);
        _saved = _known.Count;
    }

    // the solver counts what it adds for its own starts; people are told of the sets they asked for
    private sealed class Part(IProgress<RunProgress> progress, int from, int count, int total) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) =>
            progress.Report(new RunProgress(from + count * value.Done / Math.Max(1, value.Total), total));
    }
}
