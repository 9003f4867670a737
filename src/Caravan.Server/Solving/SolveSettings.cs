using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Scenarios;
using Caravan.Trade;

namespace Caravan.Server.Solving;

/// <summary>What a request asks for beside its scenario; null stays as the scenario says.</summary>
internal sealed record SolveSettings(ModelVariant? Model, Closure? Closure, string? Elasticities)
{
    public static SolveSettings ScenarioOwn { get; } = new(null, null, null);

    /// <summary>The settings that words stand for.</summary>
    /// <exception cref="InputException">A word is unknown; carries all of them.</exception>
    public static SolveSettings Read(
        string? model, string? closure, string? elasticities = null, Baseline? baseline = null)
    {
        var issues = ImmutableArray.CreateBuilder<InputIssue>();
        if (model is not null && OptionWords.FindModel(model) is null)
        {
            issues.Add(Unknown("model", OptionWords.Models));
        }
        if (closure is not null && OptionWords.FindClosure(closure) is null)
        {
            issues.Add(Unknown("closure", OptionWords.Closures));
        }
        if (elasticities is not null && baseline is not null && baseline.FindElasticities(elasticities) is null)
        {
            issues.Add(Unknown("elasticities", [.. baseline.Elasticities.Select(set => set.Name)]));
        }
        return issues.Count > 0
            ? throw new InputException(issues.ToImmutable())
            : new SolveSettings(model is null ? null : OptionWords.FindModel(model),
                closure is null ? null : OptionWords.FindClosure(closure), elasticities);
    }

    public RunOptions Options(PreparedWorld world, int threads) => new()
    {
        Prepared = world,
        Models = Model is { } model ? [model] : [],
        Closure = Closure,
        Elasticities = Elasticities,
        Solve = new() { Threads = threads },
    };

    internal static InputIssue Unknown(string what, ImmutableArray<string> words) =>
        new("request", 0, $"{what} is none that there is", $"give one of {string.Join(", ", words)}");
}
