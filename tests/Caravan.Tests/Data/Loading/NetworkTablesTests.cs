using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Data.Transport;

namespace Caravan.Tests.Data.Loading;

public class NetworkTablesTests
{
    private static readonly Lazy<NetworkReport> s_shipped = new(() => NetworkTables.Check());

    [Fact]
    public void Shipped_network_has_no_errors_and_few_warnings()
    {
        Assert.Empty(s_shipped.Value.Errors);
        Assert.InRange(s_shipped.Value.Warnings.Length, 0, 20);
    }

    [Theory]
    [InlineData("cities", 1000)]
    [InlineData("ports", 160)]
    [InlineData("rail", 400)]
    [InlineData("road", 900)]
    [InlineData("crossings", 100)]
    [InlineData("projects", 70)]
    public void Shipped_network_is_large_enough(string table, int rows) =>
        Assert.InRange(s_shipped.Value.Tables.Single(one => one.Table == table).Rows, rows, 100_000);

    [Fact]
    public void Load_reads_what_the_files_say()
    {
        var tables = NetworkTables.Load();
        var almaty = tables.Places.Single(place => place.Id == "almaty");
        Assert.Equal(("Almaty", "KAZ", PlaceKind.City), (almaty.Name, almaty.Economy, almaty.Kind));
        Assert.InRange(almaty.Latitude, 43, 44);
        Assert.InRange(almaty.Population, 1e6, 3e6);
        Assert.Contains(tables.Transshipments, change => (change.From, change.To) == ("rail-1435", "rail-1520")
            && change is { Hours: > 0, UsdPerTeu: > 0 });
        Assert.Contains(tables.Crossings, crossing => crossing is { EconomyA: "CHN", EconomyB: "KAZ", RailHours: > 0 });
        Assert.Contains(tables.Passages, passage => passage is { Id: "suez", Status: LinkStatus.Existing });
        Assert.Contains(tables.Passages,
            passage => passage is { Id: "northern-sea-route", Status: LinkStatus.Planned });
        Assert.Contains(tables.Projects, project => project.Effects.Length > 0);
        Assert.Contains(tables.Links, link => link is { Mode: TransportMode.Rail, GaugeMm: 1520, SpeedKmh: > 0 });
        Assert.All(tables.SectorTimes, time => Assert.InRange(time.DayValueShare, 0, 0.05));
        Assert.Equal(s_shipped.Value.Tables.Where(table => table.Table is "road" or "rail" or "ferries" or "sea_links")
            .Sum(table => table.Rows), tables.Links.Length);
    }

    [Fact]
    public void Load_of_the_folder_gives_the_shipped_network()
    {
        var folder = NetworkTables.Load(Path.Combine(Repository.Root, "data", "network"));
        var shipped = NetworkTables.Load();
        Assert.Equal(shipped.Links.AsEnumerable(), folder.Links);
        Assert.Equal(shipped.Crossings.AsEnumerable(), folder.Crossings);
        Assert.Equal(shipped.Places.Select(place => (place.Id, place.Latitude, place.Longitude)),
            folder.Places.Select(place => (place.Id, place.Latitude, place.Longitude)));
    }

    [Theory]
    [InlineData("cities.csv", 2, "alfa,Alfa,,KAZ,43,77,-5,own", "population is -5; give 0 to 50,000,000 persons")]
    [InlineData("cities.csv", 2, "alfa,Alfa,,KAZ,north,77,10,own", "lat is \"north\"; give a number")]
    [InlineData("cities.csv", 2, "alfa,Alfa,,KAZ,143,77,10,own", "lat is 143; give -90 to 90 degrees north")]
    [InlineData("cities.csv", 2, "alfa,Alfa,,KAX,43,77,10,own", "economy is \"KAX\", which is not in economies")]
    [InlineData("road.csv", 2, "alfa,bravvo,150,50,,existing,,rule,own",
        "to is \"bravvo\", which is not in nodes; did you mean bravo?")]
    [InlineData("road.csv", 2, "alfa,bravo,150,-50,,existing,,rule,own", "speed_kmh is -50; give 5 to 200 km/h")]
    [InlineData("road.csv", 2, "alfa,bravo,150,900,,existing,,rule,own", "speed_kmh is 900; give 5 to 200 km/h")]
    [InlineData("road.csv", 2, "alfa,bravo,0,50,,existing,,rule,own", "km is 0; give 0.1 to 12,000 km")]
    [InlineData("road.csv", 2, "alfa,bravo,150,50,,exsiting,,rule,own",
        "status is \"exsiting\"; did you mean existing?")]
    [InlineData("road.csv", 2, "alfa,bravo,150,50,,existing,silk,rule,own",
        "project is \"silk\", which is not in projects")]
    [InlineData("road.csv", 2, "alfa,bravo,150,50,,existing,,rule,onw",
        "source is \"onw\", which is not in sources; did you mean own?")]
    [InlineData("road.csv", 2, "alfa,bravo,150,50,,existing,,own", "the row has 8 cells and the header 9")]
    [InlineData("road.csv", 2, "alfa,charlie,150,50,,existing,,rule,own",
        "alfa lies in KAZ and charlie in KGZ; lead the link through a border crossing")]
    [InlineData("road.csv", 3, "bravo,alfa,150,50,,existing,,rule,own",
        "the link bravo - alfa stands also in road.csv:2; remove one")]
    [InlineData("crossings.csv", 2, "x-border,Border,KAZ,KGZ,43,74.9,5,9,100,,existing,rule,own",
        "x-border has rail_hours and no rail link on the side of KGZ")]
    [InlineData("places.csv", 2, "alfa,Alfa,KAZ,43,77,junction,own",
        "place alfa is given twice, first in cities.csv:2; give each its own word")]
    [InlineData("rail.csv", 2, "alfa,bravo,150,1434,50,no,existing,,rule,own", "gauge_mm is \"1434\"")]
    [InlineData("crossings.csv", 2, "x-border,Border,KAZ,KGZ,43,75,2000,,100,,existing,rule,own",
        "road_hours is 2000; give 0 to 1,000 hours")]
    public void Check_names_file_line_value_and_repair(string file, int line, string row, string message)
    {
        using var folder = TinyNetwork();
        folder.Rewrite(file, lines => [.. lines[..(line - 1)], row, .. lines.Skip(line)]);
        var errors = NetworkTables.Check(folder.Path).Errors.Select(issue => issue.ToString()).ToArray();
        Assert.Contains(errors, error => error.StartsWith($"{file}:{line}: {message}"));
    }

    [Theory]
    [InlineData("wrold,world,3,22", "no economy of rate_areas.csv lies in area wrold; did you mean world?")]
    [InlineData("world,world,60,50", "land and air together carry 110 % of the goods; give at most 100 %")]
    [InlineData("world,world,-3,22", "land_pct is -3; give 0 to 100 % of value")]
    public void Check_names_what_is_wrong_with_shares_of_modes(string row, string message)
    {
        using var folder = TinyNetwork();
        // the table may be left out, and then nothing is divided
        Assert.DoesNotContain(NetworkTables.Check(folder.Path).Errors, issue => issue.File == "mode_shares.csv");
        File.WriteAllText(folder.File("mode_shares.csv"),
            $"from_area,to_area,land_pct,air_pct,verified,source,note\n{row},rule,own,\n");
        var errors = NetworkTables.Check(folder.Path).Errors.Select(issue => issue.ToString()).ToArray();
        Assert.Contains(errors, error => error == $"mode_shares.csv:2: {message}");
    }

    [Fact]
    public void Check_names_the_cities_that_no_way_reaches()
    {
        using var folder = TinyNetwork();
        folder.Rewrite("road.csv", lines => [lines[0], .. lines.Skip(2)]);
        var error = Assert.Single(NetworkTables.Check(folder.Path).Errors, issue => issue.Problem.Contains("reached"));
        Assert.Equal(("cities.csv", 2), (error.File, error.Line));
        Assert.Contains("alfa (KAZ) cannot be reached", error.Problem);
        Assert.Contains(NetworkTables.Check(folder.Path).Errors,
            issue => issue.Problem.Contains("no road leads from alfa to the rest of KAZ"));
    }

    [Fact]
    public void Check_warns_of_lengths_that_do_not_fit_the_map()
    {
        using var folder = TinyNetwork();
        Assert.Empty(NetworkTables.Check(folder.Path).Warnings);
        folder.Rewrite("road.csv", lines => [lines[0], lines[1].Replace(",180,", ",1800,"), .. lines.Skip(2)]);
        var warning = Assert.Single(NetworkTables.Check(folder.Path).Warnings);
        Assert.Contains("alfa - bravo is 1800 km long and the great circle 16", warning.Problem);
    }

    [Fact]
    public void Check_of_a_sound_network_finds_only_the_economies_it_leaves_out()
    {
        using var folder = TinyNetwork();
        var errors = NetworkTables.Check(folder.Path).Errors;
        Assert.All(errors, issue => Assert.Contains("has no city", issue.Problem));
        Assert.DoesNotContain(errors, issue => issue.Problem.StartsWith("KAZ") || issue.Problem.StartsWith("KGZ"));
    }

    [Fact]
    public void Load_of_a_bad_folder_throws_every_error()
    {
        using var folder = TinyNetwork();
        File.Delete(folder.File("modes.csv"));
        folder.Rewrite("road.csv", lines => ["from,too,km,speed_kmh,status,project,verified,source", .. lines.Skip(1)]);
        var issues = Assert.Throws<InputException>(() => NetworkTables.Load(folder.Path)).Issues;
        Assert.Contains(issues, issue => issue.File == "modes.csv" && issue.Problem == "the file is missing");
        Assert.Contains(issues, issue => issue.ToString() == "road.csv:1: column to is missing; is it too?");
        Assert.Throws<InputException>(() => NetworkTables.Load(folder.File("nowhere")));
    }

    // Two cities and a border: every table in its layout, as small as can be.
    private static TemporaryFolder TinyNetwork()
    {
        var folder = new TemporaryFolder();
        foreach (var table in NetworkSchema.All)
        {
            string[] rows = table.Name switch
            {
                "cities" =>
                [
                    "alfa,Alfa,,KAZ,43,77,1000,own", "bravo,Bravo,Brava;Bravos,KAZ,43,75,5000,own",
                    "charlie,Charlie,,KGZ,42.9,74.6,800,own",
                ],
                "crossings" => ["x-border,Border,KAZ,KGZ,43,74.9,5,,100,,existing,rule,own"],
                "road" =>
                [
                    "alfa,bravo,180,50,,existing,,rule,own", "bravo,x-border,10,50,,existing,,rule,own",
                    "charlie,x-border,30,,,existing,,rule,own",
                ],
                "modes" =>
                [
                    "road,world,1,50,4,50,12,1.3,no,own,", "rail,world,0.4,80,12,40,24,1.25,no,own,",
                    "sea,world,0.03,150,24,28,24,1,no,own,",
                    "ferry,world,0.6,60,0,22,24,1.1,no,own,\"quoted, with comma\"",
                ],
                "transshipment" =>
                    ["ferry,road,6,40,no,own,", "ferry,sea,12,60,no,own,", "road,sea,24,100,no,own,"],
                "sector_time" =>
                [
                    .. Baselines.Load("world-2023").Sectors.Where(sector => !sector.IsService)
                        .Select(sector => $"{sector.Code},1,5,no,own,own,"),
                ],
                "sources" => ["own,Made for a test,,,"],
                _ => [],
            };
            File.WriteAllLines(folder.File(table.FileName),
                [string.Join(',', table.Columns.Select(column => column.Name)), .. rows]);
        }
        return folder;
    }
}
