using System.Collections.Immutable;
using System.CommandLine;
using Caravan.Data;
using Caravan.Reporting;
using Caravan.Scenarios.Replication;

namespace Caravan.Cli;

/// <summary><c>caravan replicate [NAME...]</c>: published numbers beside computed ones.</summary>
internal static class ReplicateCommand
{
    public static Command Create(Terminal terminal)
    {
        var argument = new Argument<string[]>("NAME")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Which replications; all where none is named.",
        };
        var fixtures = new Option<string>("--fixtures")
        {
            Description = "Folder with the published inputs.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => Path.Combine("..", "shared", "fixtures"),
        };
        var format = new OutputFormat();
        var command = new Command("replicate", "Reproduce published numbers") { argument, fixtures };
        format.AddTo(command);
        command.SetAction(parse =>
        {
            var names = Known(parse.GetValue(argument) ?? []);
            var (results, missing) = Run(names, parse.GetRequiredValue(fixtures), terminal);
            if (results.IsEmpty)
            {
                return ExitCode.Environment;
            }
            var written = format.Write(
                parse,
                terminal,
                () => [.. results.Select(ReplicationReport.Of)],
                () => [ReplicationReport.Table(results)],
                output => ReplicationReport.WriteJson(results, output));
            return results.Any(result => !result.Pass) ? ExitCode.NotConverged
                : missing ? ExitCode.Environment
                : written;
        });
        return command;
    }

    private static ImmutableArray<string> Known(string[] asked)
    {
        var all = Replications.Names;
        ImmutableArray<InputIssue> unknown =
        [
            .. asked.Where(name => !all.Contains(name)).Select(name => new InputIssue(
                name,
                0,
                $"there is no such replication; there are {string.Join(", ", all)}",
                NearestWord.Find(name, all) is { } nearest ? $"did you mean {nearest}?" : "")),
        ];
        return unknown.IsEmpty ? asked.Length == 0 ? all : [.. asked] : throw new InputException(unknown);
    }

    // what needs no published input can be shown although the folder with it is missing
    private static (ImmutableArray<ReplicationResult> Results, bool Missing) Run(
        ImmutableArray<string> names, string fixtures, Terminal terminal)
    {
        var results = ImmutableArray.CreateBuilder<ReplicationResult>();
        foreach (var name in names)
        {
            terminal.Cancellation.ThrowIfCancellationRequested();
            try
            {
                results.Add(Replications.Run(name, fixtures));
            }
            catch (IOException trouble)
            {
                terminal.Error.WriteLine($"caravan: {name} needs published inputs: {trouble.Message}");
            }
        }
        return (results.ToImmutable(), results.Count < names.Length);
    }
}
