using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Scenarios.Compiling;
using Caravan.Scenarios.Parsing;
using Caravan.Scenarios.Resolving;
using Caravan.Scenarios.Results;
using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>Runs scenarios: reads, compiles, solves, and gives rows.</summary>
public static class ScenarioRunner
{
    /// <summary>The results of a pack or file on its baseline, one for each model variant asked for.</summary>
    /// <param name="packNameOrPath">Name of a pack, such as <c>china-central-asia</c>, or path of a YAML file.</param>
    /// <param name="options">What to solve, and overrides.</param>
    /// <param name="cancellation">Stops between two sweeps of the solver.</param>
    /// <exception cref="InputException">The scenario or its baseline cannot be used; carries every problem.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ImmutableArray<RunResult> Run(
        string packNameOrPath, RunOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new RunOptions();
        var start = options.Clock.GetTimestamp();
        var loaded = ScenarioFile.Load(packNameOrPath, options.Overrides.IsDefault ? [] : options.Overrides);
        var baseline = ScenarioFile.LoadBaseline(loaded, options.Baseline);
        var loadMs = options.Clock.GetElapsedTime(start).TotalMilliseconds;
        return Run(loaded, baseline, options, loadMs, cancellation);
    }

    /// <summary>The results of a scenario on a given baseline, one for each model variant asked for.</summary>
    /// <param name="loaded">A scenario that was read, with its overrides.</param>
    /// <param name="baseline">The world before.</param>
    /// <param name="options">What to solve; neither its baseline nor its overrides are looked at.</param>
    /// <param name="cancellation">Stops between two sweeps of the solver.</param>
    /// <exception cref="InputException">A name is unknown or actions contradict each other; carries every problem.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ImmutableArray<RunResult> Run(
        LoadedScenario loaded, Baseline baseline, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(baseline);
        if (options?.Prepared is { } prepared && !ReferenceEquals(prepared.Baseline, baseline))
        {
            throw new ArgumentException("what was prepared is for another baseline", nameof(options));
        }
        return Run(loaded, baseline, options ?? new RunOptions(), 0, cancellation);
    }

    private static ImmutableArray<RunResult> Run(
        LoadedScenario loaded, Baseline baseline, RunOptions options, double loadMs, CancellationToken cancellation)
    {
        var started = options.Clock.GetTimestamp();
        var startsCold = options.Prepared is null && options.Solve.Threads > 1 && loaded.UsesNetwork;
        if (startsCold)
        {
            // the journeys of the base year need no scenario
            _ = Task.Run(() => (options.Transport ?? TransportModel.Shipped).Prepare(
                baseline, options.Solve.Threads, cancellation), cancellation);
        }
        var scenario = Resolve(loaded, baseline, options, separately: options.Decompose, out var shock);
        // journeys and the model of the world before do not depend on each other
        var ahead = startsCold ? Task.Run(() => Ahead(scenario, baseline, options, cancellation), cancellation) : null;
        var transport = Transport(scenario, baseline, options, cancellation);
        shock = shock with { TradeCost = transport.Cost };
        var compileMs = options.Clock.GetElapsedTime(started).TotalMilliseconds;
        var results = ImmutableArray.CreateBuilder<RunResult>();
        foreach (var word in Models(scenario, options))
        {
            var variant = scenario with { Options = scenario.Options with { Model = word } };
            var begun = options.Clock.GetTimestamp();
            var model = ahead?.GetAwaiter().GetResult() ?? ModelOf(variant, baseline, options.Prepared);
            ahead = null;
            var here = options.Trail is null ? null : ScenarioPoint.Of(variant);
            var start = here is null ? null : options.Trail?.StartOf(here, model);
            var costs = options.WithoutCosts ? null : FiscalCost.Prepare(variant, baseline,
                () => transport.Rows?.Links ?? [], () => Gains(model.SolveFrom(start, shock, options.Solve, cancellation)));
            var paid = costs is null ? shock : shock with { InfrastructureCost = costs.Of(variant.Actions) };
            var before = new RunTimings(
                loadMs, compileMs + options.Clock.GetElapsedTime(begun).TotalMilliseconds, 0);
            var result = Solve(variant, model, paid, here, start, options, before, cancellation);
            results.Add(result.Converged ? result with { Transport = transport.Rows } : result);
        }
        return results.ToImmutable();
    }

    private static ImmutableArray<ModelVariant> Models(Scenario scenario, RunOptions options) =>
        options.Models.IsDefaultOrEmpty ? [scenario.Options.Model] : options.Models;

    // the first model, with its world before solved
    private static TradeModel Ahead(
        Scenario scenario, Baseline baseline, RunOptions options, CancellationToken cancellation)
    {
        var asked = scenario with { Options = scenario.Options with { Model = Models(scenario, options)[0] } };
        var model = ModelOf(asked, baseline, prepared: null);
        model.Before(options.Solve with { Threads = 1 }, cancellation);
        return model;
    }

    // The base year's journeys and the new ones are computed here, once for all models, and only where a lever needs them.
    private static (TradeCostChange? Cost, TransportResult? Rows) Transport(
        Scenario scenario, Baseline baseline, RunOptions options, CancellationToken cancellation)
    {
        var model = options.Transport;
        if (NetworkCompiler.Compile(scenario, baseline, model) is not { } edits)
        {
            return (null, null);
        }
        if (model is null && options.Prepared is { } shared)
        {
            return shared.Journeys(scenario, Compute);
        }
        return Compute();

        (TradeCostChange?, TransportResult) Compute()
        {
            var network = model ?? TransportModel.Shipped;
            var shock = TransportShock.Of(edits, network, baseline, options.Solve.Threads, cancellation);
            return (shock.Cost, TransportRows.Of(scenario, baseline, network, shock, cancellation));
        }
    }

    /// <summary>A scenario met with its baseline, options applied.</summary>
    /// <param name="loaded">A scenario that was read.</param>
    /// <param name="baseline">Where names are looked up.</param>
    /// <param name="options">What goes before the scenario's own options.</param>
    /// <param name="separately">Whether its actions are solved in parts, which only so many can be.</param>
    /// <exception cref="InputException">Carries every problem.</exception>
    internal static Scenario Resolve(LoadedScenario loaded, Baseline baseline, RunOptions options, bool separately) =>
        Resolve(loaded, baseline, options, separately, out _);

    private static Scenario Resolve(
        LoadedScenario loaded, Baseline baseline, RunOptions options, bool separately, out TradeShock shock)
    {
        var issues = new IssueList();
        var scenario = ScenarioResolver.Resolve(Override(loaded.Draft, options), baseline, issues, options.Transport);
        if (separately && scenario.Actions.Length > Coalition.MaxPlayers)
        {
            issues.Add(scenario.Actions[Coalition.MaxPlayers].File, scenario.Actions[Coalition.MaxPlayers].Line,
                $"the scenario has {scenario.Actions.Length} actions; at most {Coalition.MaxPlayers} can be told apart",
                "leave out some actions");
        }
        issues.ThrowIfAny();
        shock = ShockCompiler.Compile(scenario, baseline, issues);
        issues.ThrowIfAny();
        return scenario;
    }

    /// <summary>The trade model that a scenario's options ask for.</summary>
    internal static TradeModel ModelOf(Scenario scenario, Baseline baseline, PreparedWorld? prepared)
    {
        var asked = scenario.Options;
        return prepared?.Model(asked.Model, asked.Closure, asked.Elasticities)
            ?? new TradeModel(baseline, asked.Model, asked.Closure, baseline.FindElasticities(asked.Elasticities));
    }

    // real income gained, million dollars; nothing where there is no equilibrium, which the run itself will tell
    private static double[] Gains(TradeOutcome outcome) => outcome.Status == SolveStatus.Converged
        ? [.. outcome.Measures.RealIncomeHat.Zip(outcome.Measures.IncomeBase, (hat, income) => income * (hat - 1))]
        : new double[outcome.OutputNew.Rows];

    private static RunResult Solve(
        Scenario scenario, TradeModel model, TradeShock shock, ScenarioPoint? here, WarmStart? start,
        RunOptions options, RunTimings timings, CancellationToken cancellation)
    {
        var asked = scenario.Options;
        var (variant, closure, name) = (asked.Model, asked.Closure, asked.Elasticities);
        var baseline = model.Baseline;
        var prepared = options.Clock.GetTimestamp();
        var outcome = model.SolveFrom(start, shock, options.Solve, cancellation);
        var solved = options.Clock.GetTimestamp();
        var converged = outcome.Status == SolveStatus.Converged;
        var rows = converged ? new ResultBuilder(scenario, model, outcome, options.Prepared) : null;
        var economies = rows?.Economies() ?? [];
        return new RunResult
        {
            Status = outcome.Status,
            Iterations = outcome.Iterations,
            Residual = outcome.Residual,
            Scenario = scenario,
            ScenarioHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scenario.ToYaml()))),
            BaselineName = baseline.Name,
            BaselineHash = baseline.ContentHash,
            Baseline = baseline,
            Model = variant,
            Closure = closure,
            Elasticities = name,
            Economies = economies,
            Groups = GroupRows.Of(economies),
            Inequality = GroupRows.Inequality(economies),
            Sectors = rows?.Sectors() ?? [],
            Flows = rows?.Flows() ?? [],
            Trail = converged && here is not null ? options.Trail?.To(here, outcome.ToWarmStart()) : null,
            Decomposition = converged && options.Decompose
                ? Decomposer.Run(new PackageSolver(scenario, model, options), options.Progress, cancellation) : null,
            EstimatedTradePct = rows?.WorldEstimatedPct ?? 0,
            Timings = timings with
            {
                SolveMs = options.Clock.GetElapsedTime(prepared, solved).TotalMilliseconds,
            },
        };
    }

    private static ScenarioDraft Override(ScenarioDraft draft, RunOptions options) => draft with
    {
        Baseline = options.Baseline is { } other ? new FileText(other, $"--baseline {other}", 0) : draft.Baseline,
        Options = draft.Options with
        {
            Closure = options.Closure ?? draft.Options.Closure,
            Elasticities = options.Elasticities is { } name
                ? new FileText(name, $"--elasticities {name}", 0)
                : draft.Options.Elasticities,
        },
    };
}
