using System.CommandLine;
using System.Globalization;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Scenarios.Sharing;

namespace Caravan.Cli;

/// <summary><c>caravan share SCENARIO</c>: who would stay, who would leave, and how gains can be shared.</summary>
internal static class ShareCommand
{
    private const int MostPairs = 100_000;

    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A pack by name, or a scenario file." };
        var outsiders = ScenarioOptionSet.Choice(
            "--outsiders", "What members outside a coalition do: nothing, or their own actions.", SharingWords.Outsiders);
        var disagreement = ScenarioOptionSet.Choice(
            "--disagreement", "What each has without agreement: what it can do alone, or nothing.",
            SharingWords.Disagreements);
        var accession = new Option<string[]>("--accession")
        {
            Description = "Economies that might join, by code, name or set; others for all.",
            HelpName = "ECONOMY",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        var samples = Number("--samples", "Pairs of draws where there are more than 16 members.", 128, 2, MostPairs);
        var seed = Number("--seed", "Where the random numbers of sampling begin.", 1, 0, int.MaxValue);
        var cache = new Option<string?>("--cache")
        {
            Description = "Folder in which equilibria are kept, so that a broken-off run goes on; the user's cache by "
                + "default.",
            HelpName = "FOLDER",
        };
        var noCache = new Option<bool>("--no-cache") { Description = "Keep nothing and use nothing kept." };
        var options = new ScenarioOptionSet(withAllModels: false);
        var format = new OutputFormat();
        var command = new Command("share", "Share the gains, and see who would stay, leave or join")
        {
            scenario, outsiders, disagreement, accession, samples, seed, cache, noCache,
        };
        options.AddTo(command);
        format.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(cache) is not null && result.GetResult(noCache) is not null)
            {
                result.AddError("--cache and --no-cache exclude each other");
            }
        });
        command.SetAction(parse =>
        {
            var asked = new ShareOptions
            {
                Run = options.Read(parse),
                Outsiders = parse.GetValue(outsiders) is { } who ? SharingWords.FindOutsiders(who) : null,
                Disagreement = parse.GetValue(disagreement) is { } what ? SharingWords.FindDisagreement(what) : null,
                Accession =
                [
                    .. (parse.GetValue(accession) ?? []).SelectMany(word => word.Split(
                        ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
                ],
                SamplePairs = parse.GetRequiredValue(samples),
                Seed = parse.GetRequiredValue(seed),
                CacheFolder = parse.GetValue(noCache) ? null : parse.GetValue(cache) ?? UserCache(),
            };
            ShareResult result;
            try
            {
                result = Solve(parse.GetRequiredValue(scenario), asked, terminal);
            }
            catch (OperationCanceledException) when (asked.CacheFolder is not null)
            {
                return TellStop(asked.CacheFolder, terminal);
            }
            if (!result.Converged)
            {
                return TellFailure(result, terminal);
            }
            var written = format.Write(
                parse,
                terminal,
                () => [ShareReport.Of(result)],
                () => ShareTables.All(result),
                output => ShareDocument.Write(result, output));
            return written == ExitCode.Ok && result.LacksLinearPrograms ? TellWhatIsMissing(terminal) : written;
        });
        return command;
    }

    private static ShareResult Solve(string scenario, ShareOptions asked, Terminal terminal)
    {
        var loaded = ScenarioRuns.LoadOrTellAll(scenario, asked.Run);
        var baseline = ScenarioFile.LoadBaseline(loaded, asked.Run.Baseline);
        return ProgressReport.Run(terminal, "equilibria solved", progress => ShareRunner.Run(
            loaded, baseline, asked with { Run = asked.Run with { Progress = progress } }, terminal.Cancellation));
    }

    private static int TellStop(string folder, Terminal terminal)
    {
        terminal.Error.WriteLine(
            $"caravan: cancelled; what was solved is kept in {folder}, and the same call goes on from there");
        return ExitCode.Cancelled;
    }

    private static int TellFailure(ShareResult result, Terminal terminal)
    {
        terminal.Error.WriteLine($"caravan: the package of {string.Join(", ", result.FailedActions)} did not converge: "
            + $"{result.Iterations} iterations, residual {NumberText.General(result.Residual)}; no result is shown");
        return ExitCode.NotConverged;
    }

    private static int TellWhatIsMissing(Terminal terminal)
    {
        terminal.Error.WriteLine("caravan: core, nucleolus and payments between coalitions are left out, because "
            + ShareRunner.HowToInstall);
        return ExitCode.Environment;
    }

    private static string UserCache() => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder ? folder
        : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "caravan");

    private static Option<int> Number(string name, string description, int byDefault, int least, int most)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "NUMBER",
            DefaultValueFactory = _ => byDefault,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && !(int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number)
                    && number >= least && number <= most))
            {
                result.AddError($"{name} {result.Tokens[0].Value}: give a whole number from {least} to {most}");
            }
        });
        return option;
    }
}
