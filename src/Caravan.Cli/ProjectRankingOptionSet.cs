using System.CommandLine;
using System.Globalization;
using Caravan.Cooperation.Projects;
using Caravan.Scenarios.Projects;

namespace Caravan.Cli;

/// <summary>The options that say how projects are ranked, chosen and put in order.</summary>
internal sealed class ProjectRankingOptionSet
{
    private const string In = "in";
    private const string Out = "out";

    private static readonly string[] s_loserWords = ["allowed", "none", "never"];

    private readonly Option<string> _objective = new("--objective")
    {
        Description = "Whose real income counts: members, world, or an economy.",
        HelpName = "members|world|ECONOMY",
        DefaultValueFactory = _ => ProjectRankingOptions.Members,
    };

    private readonly Option<string?> _others = ScenarioOptionSet.Choice(
        "--others", "Whether the actions that are no projects are in force throughout; in is the default.", [In, Out]);

    private readonly Option<double?> _budget = Number(
        "--budget", "What all projects may cost together, instead of the scenario's budget.", "MUSD", 0, 1e9);

    private readonly Option<double?> _yearlyBudget = Number(
        "--yearly-budget", "Build one after another as so much comes in a year.", "MUSD", 1e-6, 1e9);

    private readonly Option<double?> _every = Number(
        "--every", "Without a yearly budget, years between two openings; 1 is the default.", "YEARS", 0.01, 100);

    private readonly Option<double?> _rate = Number(
        "--rate", "Discount rate in per cent a year, instead of the scenario's social rate.", "PERCENT", 0, 50);

    private readonly Option<double?> _horizon = Number(
        "--horizon", "Years from the start that count in the sequence; 30 is the default.", "YEARS", 1, 500);

    private readonly Option<bool> _debtLimits = new("--debt-limits")
    {
        Description = "No member may borrow more for projects than its debt leaves room for.",
    };

    private readonly Option<string?> _losers = ScenarioOptionSet.Choice(
        "--losers", "Whether members may lose: allowed (default), none in the end, or never on the way.", [.. s_loserWords]);

    private readonly Option<double?> _exact = Number(
        "--exact", "Value every set of up to so many projects; 12 is the default.", "PROJECTS", 1,
        ProjectRankingOptions.MostExactProjects);

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])
            [_objective, _others, _budget, _yearlyBudget, _every, _rate, _horizon, _debtLimits, _losers, _exact])
        {
            command.Add(option);
        }
    }

    /// <summary>What was asked for; what was not stays as the scenario or the default says.</summary>
    public ProjectRankingOptions Read(ParseResult parse)
    {
        var plain = new ProjectRankingOptions();
        return plain with
        {
            Objective = parse.GetRequiredValue(_objective),
            OthersInForce = parse.GetValue(_others) != Out,
            BudgetMusd = parse.GetValue(_budget),
            YearlyBudgetMusd = parse.GetValue(_yearlyBudget),
            YearsBetween = parse.GetValue(_every) ?? plain.YearsBetween,
            DiscountRate = parse.GetValue(_rate) / 100,
            HorizonYears = parse.GetValue(_horizon) ?? plain.HorizonYears,
            DebtLimits = parse.GetValue(_debtLimits),
            Losers = (LoserRule)Math.Max(0, Array.IndexOf(s_loserWords, parse.GetValue(_losers))),
            ExactProjects = (int)(parse.GetValue(_exact) ?? plain.ExactProjects),
        };
    }

    private static Option<double?> Number(string name, string description, string unit, double least, double most)
    {
        var option = new Option<double?>(name)
        {
            Description = description,
            HelpName = unit,
            CustomParser = result => double.TryParse(
                result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(double.TryParse(
                result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture,
                    $"{name} {result.Tokens[0].Value}: give a number from {least} to {most}"));
            }
        });
        return option;
    }
}
