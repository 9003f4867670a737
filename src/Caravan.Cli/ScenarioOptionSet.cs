using System.Collections.Immutable;
using System.CommandLine;
using Caravan.Data;
using Caravan.Scenarios;

namespace Caravan.Cli;

/// <summary>The options that say how scenarios are solved, shared by <c>run</c> and <c>compare</c>.</summary>
internal sealed class ScenarioOptionSet
{
    /// <summary>Word for every model variant beside each other.</summary>
    public const string AllModels = "all";

    private readonly Option<string?> _baseline = new("--baseline")
    {
        Description = "Baseline by name or folder, instead of the scenario's own.",
        HelpName = "NAME|FOLDER",
    };

    private readonly Option<string?> _model;

    private readonly Option<string?> _closure = Choice(
        "--closure", "Trade deficits stay a share of the world's value added, or vanish.", OptionWords.Closures);

    private readonly Option<string?> _elasticities = new("--elasticities")
    {
        Description = "Elasticity set of the baseline, instead of its default.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _overrides = new("--set")
    {
        Description = "Change one value of the scenario; may be repeated.",
        HelpName = "path=value",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public ScenarioOptionSet(bool withAllModels) => _model = Choice(
        "--model",
        withAllModels ? "Model variant, or every variant beside each other." : "Model variant.",
        withAllModels ? [.. OptionWords.Models, AllModels] : OptionWords.Models);

    public void AddTo(Command command)
    {
        command.Add(_baseline);
        command.Add(_model);
        command.Add(_closure);
        command.Add(_elasticities);
        command.Add(_overrides);
    }

    /// <summary>True where every variant was asked for.</summary>
    public bool WantsAllModels(ParseResult parse) => parse.GetValue(_model) == AllModels;

    /// <summary>What was asked for; what was not stays as the scenario says.</summary>
    public RunOptions Read(ParseResult parse) => new()
    {
        Baseline = parse.GetValue(_baseline),
        Models = parse.GetValue(_model) switch
        {
            null => [],
            AllModels => [.. OptionWords.Models.Select(word => OptionWords.FindModel(word)!.Value)],
            var word => [OptionWords.FindModel(word)!.Value],
        },
        Closure = parse.GetValue(_closure) is { } closure ? OptionWords.FindClosure(closure) : null,
        Elasticities = parse.GetValue(_elasticities),
        Overrides = [.. parse.GetValue(_overrides) ?? []],
        // results are the same bits for any number of threads
        Solve = new() { Threads = Environment.ProcessorCount },
    };

    /// <summary>An option that takes one of a few words and names the nearest when it gets another.</summary>
    public static Option<string?> Choice(string name, string description, ImmutableArray<string> words)
    {
        var option = new Option<string?>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
        };
        option.Validators.Add(result =>
        {
            var word = result.GetValueOrDefault<string?>();
            if (word is not null && !words.Contains(word))
            {
                var nearest = NearestWord.Find(word, words);
                result.AddError($"{name} {word}: give one of {string.Join(", ", words)}"
                    + (nearest is null ? "" : $"; did you mean {nearest}?"));
            }
        });
        return option;
    }
}
