using System.CommandLine;
using Caravan.Data.Loading;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Scenarios.Replication;

namespace Caravan.Cli;

/// <summary><c>caravan list</c>: what ships: packs, baselines, levers, replications.</summary>
internal static class ListCommand
{
    public static Command Create(Terminal terminal)
    {
        var projects = new Option<bool>("--projects") { Description = "List the transport projects that levers name." };
        var format = new OutputFormat();
        var command = new Command("list", "List packs, baselines, levers and replications");
        command.Add(projects);
        format.AddTo(command);
        command.SetAction(parse =>
        {
            if (parse.GetValue(projects))
            {
                var table = ProjectList.Of(TransportModel.Shipped.Tables.Projects);
                return format.Write(
                    parse, terminal, () => [new Report { Title = "Catalogue of projects", Tables = [table] }], () => [table],
                    output => TablesDocument.Write(output, "caravan-projects/1", [table]));
            }
            var catalogue = new Catalogue(
                [.. Packs.Names.Select(Pack)],
                [.. Baselines.Names.Select(name => new CatalogueEntry(name, Baselines.Load(name).Title))],
                [.. Levers.All.Select(lever => new CatalogueEntry(lever.Name, lever.Title, WorksOn(lever.Shape)))],
                [.. Replications.Names.Select(name => new CatalogueEntry(name, Replications.Describe(name)))]);
            return format.Write(
                parse, terminal, () => [catalogue.Report()], () => [catalogue.Table()], catalogue.WriteJson);
        });
        return command;
    }

    private static CatalogueEntry Pack(string name) => new(name, ScenarioFile.Load(name).Summary);

    private static string WorksOn(LeverShape shape) => shape switch
    {
        LeverShape.Bilateral => "trade costs",
        LeverShape.EconomyAndSector => "economies and sectors",
        LeverShape.Economy => "economies",
        LeverShape.Network => "the transport network",
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "no such shape"),
    };
}
