using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Caravan.Data;

namespace Caravan.Cli;

/// <summary>Help that begins with examples.</summary>
internal static class HelpText
{
    private const string Root = "caravan";

    /// <summary>Examples by command; the first of each is shown in the overview.</summary>
    internal static IReadOnlyDictionary<string, string[]> Examples { get; } = new Dictionary<string, string[]>
    {
        ["run"] =
        [
            "caravan run china-central-asia",
            "caravan run china-central-asia --model all",
            "caravan run china-central-asia --decompose",
            "caravan run my-package.yaml --set tariffs.to=5% --out results",
        ],
        ["compare"] = ["caravan compare china-central-asia tariff-war"],
        ["build"] =
        [
            "caravan build china-central-asia",
            "caravan build china-central-asia --out projects",
            "caravan build my-package.yaml --set finance.debt.KGZ.public_debt_pct=60",
            "caravan build my-package.yaml --budget 12000 --yearly-budget 2000 --losers none --debt-limits",
        ],
        ["check"] = ["caravan check my-package.yaml"],
        ["list"] = ["caravan list", "caravan list --projects"],
        ["route"] =
        [
            "caravan route Chongqing Duisburg",
            "caravan route Shanghai Rotterdam --avoid suez",
            "caravan route Urumqi Tashkent --mode rail --choice logit",
            "caravan route Kashgar Andijan --mode rail --scenario china-central-asia",
        ],
        ["share"] =
        [
            "caravan share china-central-asia",
            "caravan share china-central-asia --accession MNG AFG TUR",
            "caravan share china-central-asia --outsiders respond --json",
        ],
        ["discuss"] =
        [
            "caravan discuss china-central-asia",
            "caravan discuss china-central-asia --between CHN central-asia",
            "caravan discuss china-us-coordination --tariffs uniform",
            "caravan discuss my-package.yaml --set agreement.rule=consensus --json",
        ],
        ["replicate"] = ["caravan replicate cp2015", "caravan replicate --json"],
        ["serve"] = ["caravan serve", "caravan serve --port 8080 --data results"],
        ["data"] = ["caravan data show world-2023 KAZ", "caravan data export world-2023 my-baseline"],
        ["data list"] = ["caravan data list"],
        ["data show"] = ["caravan data show world-2023", "caravan data show world-2023 KAZ"],
        ["data check"] = ["caravan data check my-baseline"],
        ["data export"] =
        [
            "caravan data export world-2023 my-baseline",
            "caravan data export world-2023 for-kite --layout kite",
        ],
        ["data import"] = ["caravan data import my-baseline my-baseline.caravan"],
        ["data aggregate"] =
        [
            "caravan data aggregate world-2023 --economies region --sectors kind --out regions",
            "caravan data aggregate world-2023 --economies groups.csv --out groups.caravan",
        ],
        ["data build"] = ["caravan data build world-2023 --sources ../shared/data"],
        ["help"] = ["caravan help run"],
    };

    /// <summary>What someone reads who types only the name.</summary>
    public static int WriteWelcome(Terminal terminal)
    {
        terminal.Out.Write("""
            Caravan computes what a package of international economic cooperation does to trade, income
            and prices in every economy. Three commands to begin with:

              caravan run china-central-asia      run a package that ships with Caravan
              caravan list                        packages, baselines, levers and replications
              caravan help                        everything else

            """);
        return ExitCode.Ok;
    }

    /// <summary>The command <c>help</c>: an example of each command, or the help of one.</summary>
    public static Command CreateCommand(Command root, Terminal terminal)
    {
        var name = new Argument<string?>("COMMAND")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "The command to explain.",
        };
        var help = new Command("help", "Explain the commands, with examples") { name };
        help.SetAction(parse =>
        {
            var word = parse.GetValue(name);
            if (word is null)
            {
                return root.Parse(["--help"]).Invoke(Output(terminal));
            }
            var command = root.Subcommands.FirstOrDefault(sub => sub.Name == word);
            if (command is not null)
            {
                return root.Parse([word, "--help"]).Invoke(Output(terminal));
            }
            var nearest = NearestWord.Find(word, root.Subcommands.Select(sub => sub.Name));
            terminal.Error.WriteLine(nearest is null
                ? $"caravan: '{word}' is no command"
                : $"caravan: '{word}' is no command; did you mean '{nearest}'?");
            return ExitCode.BadInput;
        });
        return help;
    }

    /// <summary>Puts the examples before the usage in every help.</summary>
    public static void ShowExamplesFirst(Command root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new ExamplesFirst((HelpAction)option.Action!);
        }
    }

    private static InvocationConfiguration Output(Terminal terminal) =>
        new() { Output = terminal.Out, Error = terminal.Error };

    private sealed class ExamplesFirst(HelpAction usage) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var command = parseResult.CommandResult.Command;
            var output = parseResult.InvocationConfiguration.Output;
            var examples = command.Name == Root
                ? command.Subcommands.Where(sub => Examples.ContainsKey(sub.Name)).Select(sub => Examples[sub.Name][0])
                : Examples.GetValueOrDefault(Path(parseResult.CommandResult)) ?? [];
            if (examples.Any())
            {
                output.Write("Examples:\n");
                foreach (var example in examples)
                {
                    output.Write($"  {example}\n");
                }
                output.Write("\n");
            }
            usage.MaxWidth = Terminal.RedirectedWidth;
            usage.Invoke(parseResult);
            if (command.Name == Root)
            {
                output.Write("""
                    Exit codes:
                      0    done
                      1    a run did not converge, a replication failed, or there is no way
                      2    bad input: arguments, scenario or data
                      3    environment: a file or folder is missing or cannot be written
                      70   a fault of Caravan itself; CARAVAN_DEBUG=1 shows where
                      130  stopped by Ctrl-C

                    """);
            }
            return ExitCode.Ok;
        }

        // the words that lead to a command, without the program's own
        private static string Path(CommandResult result) =>
            result.Parent is CommandResult { Parent: not null } parent
                ? $"{Path(parent)} {result.Command.Name}"
                : result.Command.Name;
    }
}
