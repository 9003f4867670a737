using System.Collections.Immutable;
using Caravan.Cooperation.Projects;
using Caravan.Data;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Scenarios.Projects;
using Caravan.Scenarios.Sharing;
using Caravan.Server.Contracts;

namespace Caravan.Server.Solving;

/// <summary>What takes many solves: the packages behind one answer. Each gives the document of its command.</summary>
internal sealed class Analyses(ScenarioReader reader)
{
    private const string Decompose = "decompose";
    private const string Build = "build";
    private const string Share = "share";
    private const string Discuss = "discuss";
    private const int MostPackages = 10_000;
    private const int MostWords = 300;

    private const double MostMusd = 1e9;

    private static readonly ImmutableArray<string> s_parts = ["finance", "ranking"];

    // in the order of the rule's members
    private static readonly ImmutableArray<string> s_losers = ["allowed", "none", "never"];

    private static readonly ImmutableArray<string> s_tariffs = ["uniform", "per-partner"];

    /// <summary>Words for the kinds.</summary>
    public static ImmutableArray<string> Kinds { get; } = [Decompose, Build, Share, Discuss];

    /// <summary>Throws where an analysis could not even begin.</summary>
    /// <exception cref="InputException">Carries every problem.</exception>
    public void Check(string kind, AnalysisRequest request)
    {
        var (loaded, world) = reader.Read(request);
        Words(kind, request);
        ScenarioReader.RefuseMarkup("scenario", ScenarioFile.Resolve(loaded, world.Baseline).ToYaml());
    }

    /// <summary>The JSON that comes out.</summary>
    /// <exception cref="InputException">The scenario or the request cannot be used; carries every problem.</exception>
    /// <exception cref="NoAnswerException">There is no answer.</exception>
    public byte[] Run(string kind, AnalysisRequest request, AnalysisSettings how, CancellationToken cancellation)
    {
        Words(kind, request);
        var (loaded, world) = reader.Read(request);
        var options = SolveSettings.Read(request.Model, request.Closure).Options(world, how.Threads) with
        {
            Progress = how.Progress,
        };
        return kind switch
        {
            Decompose => ByAction(loaded, world, options, cancellation),
            Build => Projects(loaded, world, options, request, cancellation),
            Share => Sharing(loaded, world, options, request, how, cancellation),
            Discuss => Talks(loaded, world, options, request, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such analysis"),
        };
    }

    private static byte[] ByAction(
        LoadedScenario loaded, PreparedWorld world, RunOptions options, CancellationToken cancellation)
    {
        var result = ScenarioRunner.Run(loaded, world.Baseline, options with { Decompose = true }, cancellation)[0];
        Require(result.Converged, $"the package did not converge: {result.StatusName}, {result.StatusMeaning}");
        Require(result.Decomposition is { Status: Trade.SolveStatus.Converged },
            "a part of the package did not converge when solved by itself");
        return JsonBody.Write(writer => RunDocument.WriteMembers(writer, result, withTimings: false));
    }

    private static byte[] Projects(LoadedScenario loaded, PreparedWorld world, RunOptions options,
        AnalysisRequest request, CancellationToken cancellation)
    {
        var scope = request.Only is null ? BuildScope.All
            : request.Only == s_parts[0] ? BuildScope.Finance : BuildScope.Ranking;
        var parts = BuildParts.Solve(loaded, world.Baseline, options, scope, new ProjectRankingOptions
        {
            Objective = request.Objective ?? ProjectRankingOptions.Members,
            BudgetMusd = request.BudgetMusd,
            YearlyBudgetMusd = request.YearlyBudgetMusd,
            Losers = (LoserRule)Math.Max(0, s_losers.IndexOf(request.Losers ?? "")),
            DebtLimits = request.DebtLimits,
        }, cancellation);
        Require(parts.Trouble() is null, parts.Trouble() ?? "");
        return JsonBody.Bytes(parts.WriteJson);
    }

    private static byte[] Sharing(LoadedScenario loaded, PreparedWorld world, RunOptions options,
        AnalysisRequest request, AnalysisSettings how, CancellationToken cancellation)
    {
        var result = ShareRunner.Run(loaded, world.Baseline, new ShareOptions
        {
            Run = options,
            Outsiders = request.Outsiders is { } outsiders ? SharingWords.FindOutsiders(outsiders) : null,
            Disagreement = request.Disagreement is { } without ? SharingWords.FindDisagreement(without) : null,
            Accession = [.. request.Accession ?? []],
            CacheFolder = how.CacheFolder,
        }, cancellation);
        Require(result.Converged, $"the package of {string.Join(", ", result.FailedActions)} did not converge: "
            + $"residual {NumberText.General(result.Residual)}");
        return JsonBody.Bytes(output => ShareDocument.Write(result, output));
    }

    private static byte[] Talks(LoadedScenario loaded, PreparedWorld world, RunOptions options,
        AnalysisRequest request, CancellationToken cancellation)
    {
        var plain = new DiscussOptions();
        var result = DiscussRunner.Run(loaded, world.Baseline, options, plain with
        {
            Between = [.. request.Between ?? []],
            Offer = [.. request.Offer ?? []],
            Budget = request.Budget ?? plain.Budget,
            WithHalves = !request.Whole,
            Tariffs = request.Tariffs is null ? TariffSearch.None
                : request.Tariffs == s_tariffs[0] ? TariffSearch.Uniform : TariffSearch.PerPartner,
        }, cancellation);
        Require(result.IsConverged, $"the offer did not converge: {result.StatusName}; residual "
            + NumberText.General(result.Residual));
        return JsonBody.Bytes(output => DiscussDocument.Write(result, output));
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new NoAnswerException(otherwise);
        }
    }

    private static void Words(string kind, AnalysisRequest request)
    {
        var issues = ImmutableArray.CreateBuilder<InputIssue>();
        SolveSettings.Read(request.Model, request.Closure);
        Known("only", Build, request.Only, s_parts);
        Known("losers", Build, request.Losers, s_losers);
        Belongs("debt_limits", Build, request.DebtLimits);
        Money("budget_musd", request.BudgetMusd, 0);
        Money("yearly_budget_musd", request.YearlyBudgetMusd, 1e-6);
        Listed("objective", Build, request.Objective is { } objective ? [objective] : null);
        Known("outsiders", Share, request.Outsiders, SharingWords.Outsiders);
        Known("disagreement", Share, request.Disagreement, SharingWords.Disagreements);
        Known("tariffs", Discuss, request.Tariffs, s_tariffs);
        Listed("accession", Share, request.Accession);
        Listed("between", Discuss, request.Between);
        Listed("offer", Discuss, request.Offer);
        Belongs("budget", Discuss, request.Budget is not null);
        Belongs("whole", Discuss, request.Whole);
        if (request.Between is { Length: not 2 })
        {
            issues.Add(new InputIssue("request", 0, "between does not name two groups", "give two texts"));
        }
        if (request.Budget is < 1 or > MostPackages)
        {
            issues.Add(new InputIssue(
                "request", 0, "budget is out of range", $"give a number from 1 to {MostPackages}"));
        }
        if (issues.Count > 0)
        {
            throw new InputException(issues.ToImmutable());
        }

        void Known(string key, string owner, string? word, ImmutableArray<string> words)
        {
            Belongs(key, owner, word is not null);
            if (word is not null && !words.Contains(word))
            {
                issues.Add(SolveSettings.Unknown(key, words));
            }
        }

        void Money(string key, double? musd, double least)
        {
            Belongs(key, Build, musd is not null);
            if (musd is { } given && !(given >= least && given <= MostMusd))
            {
                issues.Add(new InputIssue(
                    "request", 0, $"{key} is out of range", "give million dollars, up to a billion"));
            }
        }

        void Listed(string key, string owner, string[]? words)
        {
            Belongs(key, owner, words is not null);
            if (words is not null && (words.Length > MostWords || words.Any(string.IsNullOrWhiteSpace)))
            {
                issues.Add(new InputIssue(
                    "request", 0, $"{key} holds an empty word, or too many", $"give at most {MostWords} words"));
            }
        }

        void Belongs(string key, string owner, bool given)
        {
            if (given && kind != owner)
            {
                issues.Add(new InputIssue("request", 0, $"{key} belongs to {owner}, not to {kind}", "leave it out"));
            }
        }
    }
}
