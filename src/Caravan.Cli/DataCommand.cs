using System.Collections.Immutable;
using System.CommandLine;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Reporting;

namespace Caravan.Cli;

/// <summary><c>caravan data</c>: look at, check, exchange, reduce and build baselines.</summary>
internal static class DataCommand
{
    private const string Network = "network";

    public static Command Create(Terminal terminal) => new("data", "Look at, check, exchange and build baselines")
    {
        List(terminal),
        Show(terminal),
        Check(terminal),
        Export(terminal),
        Import(terminal),
        Aggregate(terminal),
        DataBuildCommand.Create(terminal),
    };

    private static Argument<string> Baseline() => new("BASELINE")
    {
        Description = "A shipped baseline by name, a .caravan file, or a folder of CSV files.",
    };

    private static Option<string?> Layout() => ScenarioOptionSet.Choice(
        "--layout", "The layout of the folder: caravan (default) or kite, the tables of the KITE model.",
        ["caravan", "kite"]);

    private static Command List(Terminal terminal)
    {
        var format = new OutputFormat();
        var command = new Command("list", "List the shipped baselines");
        format.AddTo(command);
        command.SetAction(parse =>
        {
            var table = BaselineList.Table([.. Baselines.Names.Select(Baselines.Load)]);
            return format.Write(parse, terminal, () => [new Report { Title = "Shipped baselines", Tables = [table] }],
                () => [table], output => WriteJson(output, "caravan-baselines/1", [table]));
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var (name, format) = (Baseline(), new OutputFormat());
        var economy = new Argument<string?>("ECONOMY")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Code or name of an economy; without it the whole baseline is described.",
        };
        var command = new Command("show", "Describe a baseline or one of its economies") { name, economy };
        format.AddTo(command);
        command.SetAction(parse =>
        {
            var baseline = Baselines.Load(parse.GetRequiredValue(name));
            Warn(baseline, terminal);
            if (parse.GetValue(economy) is not { } word)
            {
                var overview = new BaselineOverview(baseline);
                return format.Write(parse, terminal, () => [overview.Report()], overview.Tables,
                    output => WriteJson(output, "caravan-baseline/1", overview.Tables()));
            }
            var profile = new EconomyProfile(baseline, Find(baseline, word));
            return format.Write(parse, terminal, () => [profile.Report()], profile.Tables,
                output => WriteJson(output, "caravan-economy/1", profile.Tables()));
        });
        return command;
    }

    private static Command Check(Terminal terminal)
    {
        var (name, format) = (Baseline(), new OutputFormat());
        name.Description = "A shipped baseline by name, a .caravan file, a folder of CSV files, or the word network.";
        var command = new Command("check", "Find every error of a baseline or of the transport network") { name };
        format.AddTo(command);
        command.SetAction(parse =>
        {
            var word = parse.GetRequiredValue(name);
            if (word == Network || NetworkTables.IsFolder(word))
            {
                return CheckNetwork(word, format, parse, terminal);
            }
            var baseline = Baselines.Load(word);
            var check = BaselineCheck.Check(baseline);
            return format.Write(parse, terminal, () => [BaselineCheckReport.Of(baseline, check)],
                () => [BaselineCheckReport.Table(check)],
                output => WriteJson(output, "caravan-check/1", [BaselineCheckReport.Table(check)]));
        });
        return command;
    }

    private static int CheckNetwork(string word, OutputFormat format, ParseResult parse, Terminal terminal)
    {
        var check = NetworkTables.Check(word == Network ? null : word);
        var written = format.Write(parse, terminal, () => [NetworkCheckReport.Of(word, check)],
            () => NetworkCheckReport.Tables(check),
            output => WriteJson(output, "caravan-network-check/1", NetworkCheckReport.Tables(check)));
        return check.Errors.IsEmpty ? written : ExitCode.BadInput;
    }

    private static Command Export(Terminal terminal)
    {
        var (name, layout) = (Baseline(), Layout());
        var folder = new Argument<string>("FOLDER") { Description = "Folder to write; created where missing." };
        var command = new Command("export", "Write a baseline as a folder of CSV files") { name, folder };
        command.Add(layout);
        command.SetAction(parse =>
        {
            var (baseline, path) = (Baselines.Load(parse.GetRequiredValue(name)), parse.GetRequiredValue(folder));
            Warn(baseline, terminal);
            if (parse.GetValue(layout) == "kite")
            {
                KiteFolder.Write(baseline, path);
            }
            else
            {
                BaselineFolder.Write(baseline, path);
            }
            terminal.Error.WriteLine($"caravan: wrote {baseline.Name} to {path}");
        });
        return command;
    }

    private static Command Import(Terminal terminal)
    {
        var layout = Layout();
        var folder = new Argument<string>("FOLDER") { Description = "Folder of CSV files." };
        var file = new Argument<string>("FILE") { Description = "The .caravan file to write." };
        var command = new Command("import", "Check a folder of CSV files and pack it into one file") { folder, file };
        command.Add(layout);
        command.SetAction(parse =>
        {
            var (from, to) = (parse.GetRequiredValue(folder), parse.GetRequiredValue(file));
            var baseline = parse.GetValue(layout) == "kite" ? KiteFolder.Read(from) : BaselineFolder.Read(from);
            Warn(baseline, terminal);
            BaselineFile.Write(baseline, to);
            terminal.Error.WriteLine($"caravan: wrote {baseline.Name} to {to}");
        });
        return command;
    }

    private static Command Aggregate(Terminal terminal)
    {
        var name = Baseline();
        var economies = new Option<string?>("--economies")
        {
            Description = "CSV file with the columns economy,group; or region, income-group or the name of a set.",
            HelpName = "MAP",
        };
        var sectors = new Option<string?>("--sectors")
        {
            Description = "CSV file with the columns sector,group; or kind (goods and services) or all.",
            HelpName = "MAP",
        };
        var output = new Option<string>("--out")
        {
            Description = "Folder or .caravan file to write.",
            HelpName = "PATH",
            Required = true,
        };
        var command = new Command("aggregate", "Reduce a baseline to fewer economies or sectors") { name };
        command.Add(economies);
        command.Add(sectors);
        command.Add(output);
        command.SetAction(parse =>
        {
            var (baseline, path) = (Baselines.Load(parse.GetRequiredValue(name)), parse.GetRequiredValue(output));
            Warn(baseline, terminal);
            var aggregated = BaselineAggregation.Aggregate(
                baseline,
                parse.GetValue(economies) is { } map
                    ? GroupingFile.Economies(baseline, map)
                    : Grouping.OfEconomies(baseline, []),
                parse.GetValue(sectors) is { } other
                    ? GroupingFile.Sectors(baseline, other)
                    : Grouping.OfSectors(baseline, []),
                Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path)));
            if (path.EndsWith(BaselineFile.Extension, StringComparison.OrdinalIgnoreCase))
            {
                BaselineFile.Write(aggregated, path);
            }
            else
            {
                BaselineFolder.Write(aggregated, path);
            }
            terminal.Error.WriteLine($"caravan: wrote {aggregated.Economies.Length} economies and "
                + $"{aggregated.Sectors.Length} sectors to {path}");
        });
        return command;
    }

    private static int Find(Baseline baseline, string word)
    {
        var found = baseline.IndexOfEconomy(word);
        if (found >= 0)
        {
            return found;
        }
        for (var n = 0; n < baseline.Economies.Length; n++)
        {
            if (baseline.Economies[n].Name.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return n;
            }
        }
        var inside = baseline.Economies.FirstOrDefault(economy =>
            economy.Contains.Contains(word, StringComparer.OrdinalIgnoreCase));
        var words = baseline.Economies.SelectMany(economy => new[] { economy.Name, economy.Code });
        var nearest = inside?.Code ?? NearestWord.Find(word, words);
        throw new InputException(new InputIssue(word, 0, inside is null
                ? $"{baseline.Name} has no such economy"
                : $"{baseline.Name} has it inside {inside.Name}",
            nearest is null ? $"see: caravan data show {baseline.Name}" : $"did you mean {nearest}?"));
    }

    private static void Warn(Baseline baseline, Terminal terminal)
    {
        foreach (var warning in baseline.Warnings)
        {
            terminal.Error.WriteLine($"caravan: warning: {warning}");
        }
    }

    private static void WriteJson(Stream output, string schema, ImmutableArray<ReportTable> tables) =>
        TablesDocument.Write(output, schema, tables);
}
