using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Caravan.Data;
using Caravan.Reporting;

namespace Caravan.Cli;

/// <summary>The whole command line as one function: arguments in, exit code out.</summary>
internal static class CommandLine
{
    public static int Run(string[] args, Terminal terminal)
    {
        try
        {
            var code = Invoke(args, terminal);
            terminal.Out.Flush();
            return code;
        }
        catch (InputException input)
        {
            foreach (var issue in input.Issues)
            {
                terminal.Error.WriteLine(issue);
            }
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("caravan: cancelled; nothing was written");
            return ExitCode.Cancelled;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"caravan: {trouble.Message}");
            return ExitCode.Environment;
        }
        catch (Exception fault) when (!terminal.Debug)
        {
            terminal.Error.WriteLine(
                $"caravan: a fault in Caravan itself: {fault.GetType().Name}: {FirstLine(fault.Message)}; "
                + "CARAVAN_DEBUG=1 shows where");
            return ExitCode.Fault;
        }
    }

    /// <summary>Every command, in the order of the help.</summary>
    internal static Command Commands(Terminal terminal)
    {
        var root = new Command(
            "caravan", "Evaluates packages of international economic cooperation in general equilibrium.")
        {
            RunCommand.Create(terminal),
            CompareCommand.Create(terminal),
            BuildCommand.Create(terminal),
            CheckCommand.Create(terminal),
            ListCommand.Create(terminal),
            RouteCommand.Create(terminal),
            ShareCommand.Create(terminal),
            DiscussCommand.Create(terminal),
            ReplicateCommand.Create(terminal),
            DataCommand.Create(terminal),
            ServeCommand.Create(terminal),
            new HelpOption(),
            new VersionOption { Action = new PrintVersion() },
        };
        root.Add(HelpText.CreateCommand(root, terminal));
        root.SetAction(_ => HelpText.WriteWelcome(terminal));
        HelpText.ShowExamplesFirst(root);
        return root;
    }

    private static int Invoke(string[] args, Terminal terminal)
    {
        var parse = Commands(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Action is not { ClearsParseErrors: true }
            && (parse.Errors.Count > 0 || UnknownWords(parse).Any()))
        {
            return WriteErrors(parse, terminal);
        }
        // faults are told above, in one line; commands without a terminal find its writers in the configuration
        return parse.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = terminal.Out,
            Error = terminal.Error,
        });
    }

    private static int WriteErrors(ParseResult parse, Terminal terminal)
    {
        var command = parse.CommandResult.Command;
        var words = command.Subcommands.Select(sub => sub.Name)
            .Concat(command.Options.SelectMany(option => option.Aliases.Append(option.Name)))
            .Where(word => word.Length > 2)
            .ToArray();
        var unknown = UnknownWords(parse).ToArray();
        if (unknown.Length > 0)
        {
            foreach (var word in unknown)
            {
                var nearest = NearestWord.Find(word, words);
                var place = word.StartsWith('-') ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
                terminal.Error.WriteLine(nearest is null
                    ? $"caravan: '{word}' is no {place}"
                    : $"caravan: '{word}' is no {place}; did you mean '{nearest}'?");
            }
        }
        else
        {
            foreach (var error in parse.Errors)
            {
                terminal.Error.WriteLine($"caravan: {FirstLine(error.Message)}");
            }
        }
        terminal.Error.WriteLine($"caravan: see `{CommandPath(parse.CommandResult)} --help`");
        return ExitCode.BadInput;
    }

    // what begins with a dash was meant as an option, although arguments that take any word would swallow it
    private static IEnumerable<string> UnknownWords(ParseResult parse)
    {
        var swallowed = parse.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && token.Value is ['-', not (>= '0' and <= '9'), ..])
            .Select(token => token.Value);
        return parse.UnmatchedTokens.Concat(swallowed).Distinct();
    }

    private static string CommandPath(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{CommandPath(parent)} {result.Command.Name}" : "caravan";

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.Write($"{ProductVersion.Text}\n");
            return ExitCode.Ok;
        }
    }
}
