using Caravan.Data;
using Caravan.Scenarios;
using Caravan.Scenarios.Parsing;

namespace Caravan.Tests.Scenarios;

/// <summary>Every problem of a scenario is told at once, with its line and how to mend it.</summary>
public class BadScenarioTests
{
    [Fact]
    public void What_members_and_sets_name_twice_is_told_with_its_line()
    {
        using var text = new ScenarioText(
            """
            caravan: 1
            name: Doubles
            members:
              - AAA
              - Aland
            sets:
              near: [BBB, AAA, bbb]
              both: [near, BBB]
            actions:
              - {id: tariffs, lever: tariff, between: members, change: -50%, source: invented}
            """);
        Assert.Equal([(5, "members names Aland twice"), (7, "set near names bbb twice")],
            ScenarioFile.Check(text.Path, TinyWorld.Create()).Select(issue => (issue.Line, issue.Problem)).Order());
    }

    [Fact]
    public void Everything_wrong_with_a_file_is_told_at_once()
    {
        using var text = new ScenarioText(
            """
            caravan: 2
            name:
            sumary: A slip
            members: [AAA, BBC, atlantis]
            sets:
              world: [AAA]
              near: [AAA, CCD]
            actions:
              - id: Tariffs
                lever: tariff
                importers: [AAA, Borlnd]
                to: 5
              - id: twice
                lever: tarif
              - id: twice
                lever: mobility
              - lever: ntb
                sectors: [GDX]
                points: lots
              - id: both
                lever: tariff
                to: 5%
                change: -50%
                between: members
                exporters: world
              - id: none
                lever: labour-shock
              - id: far
                lever: transport-cost
                days: -30 days
                freight_share: 300%
              - id: strange
                lever: productivity
                change: 1%
                colour: red
                by: [AAA, CCC]
            options: {model: inputoutput, closure: open, elasticities: cp2015, theta: 4}
            """);
        Assert.Equal(
            """
            s.yaml:1: caravan is 2; this program reads version 1; a newer version of the program may read it
            s.yaml:1: name is missing; add name: and a few words
            s.yaml:3: unknown key sumary in the scenario; did you mean summary?
            s.yaml:4: unknown economy or set 'BBC'; did you mean BBB?
            s.yaml:4: unknown economy or set 'atlantis'; use an ISO alpha-3 code, an economy's name or a set
            s.yaml:6: set world has the name of a word of the format; choose another name
            s.yaml:7: CCD is not single in baseline tiny; it is part of Cesia, rest of; use CCC
            s.yaml:9: id is 'Tariffs'; small letters, digits and dashes are allowed; write a word such as faster-borders
            s.yaml:11: unknown economy or set 'Borlnd'; did you mean Borland (BBB)?
            s.yaml:12: to: 5 is ambiguous; write 5% or 0.05, or 500% where that is meant
            s.yaml:14: unknown lever tarif; did you mean tariff?
            s.yaml:15: id twice is used twice; first on line 13; give each action its own id
            s.yaml:16: lever mobility is not available yet; list this part under not_expressed for now, or use another lever
            s.yaml:17: an action has no id; add id: and a short word
            s.yaml:19: points is 'lots', which is not a number of percentage points; write -3pp
            s.yaml:23: lever tariff takes exactly one of to, change, points, table; given are to and change
            s.yaml:24: between stands for importers and exporters together; keep one of the two ways
            s.yaml:26: lever labour-shock needs exactly one of change, table; none is given
            s.yaml:28: action far takes 30 days off a way of 20 days; give base_days, or fewer days
            s.yaml:31: freight_share is 300%; allowed is 0% to 200%
            s.yaml:35: unknown key colour in an action with lever productivity; keys: id, title, lever, by, standby, source, cost_musd, years, finance, economies, sectors, change, table
            s.yaml:36: by names CCC, which is no member; only members agree to actions; add them to members or leave them out
            s.yaml:37: unknown key theta in options; keys: model, closure, elasticities
            s.yaml:37: model is inputoutput; allowed: input-output, multi-sector, one-sector; did you mean input-output?
            s.yaml:37: closure is open; allowed: fixed, zero
            s.yaml:37: baseline tiny has no elasticities called cp2015; sets: default, uniform

            """.ReplaceLineEndings("\n"),
            text.Problems());
    }

    [Theory]
    [InlineData("to: 5", "to: 5 is ambiguous; write 5% or 0.05, or 500% where that is meant")]
    [InlineData("to: 1", "to: 1 is ambiguous; write 1% or 0.01, or 100% where that is meant")]
    [InlineData("change: -50", "change: -50 is ambiguous; write -50% or -0.5")]
    [InlineData("to: 250", "to: 250 is ambiguous; write 250%")]
    [InlineData("to: -5%", "to is -5%; allowed is 0% to 1000%")]
    [InlineData("change: -150%", "change is -150%; allowed is -100% to 1000%")]
    [InlineData("to: 5 %%", "to is '5 %%', which is not a percentage or a fraction; write 5% or 0.05")]
    [InlineData("to: 5pp", "to is '5pp', which is not a percentage or a fraction; write 5% or 0.05")]
    [InlineData("to: .nan", "to is '.nan', which is not a percentage or a fraction; write 5% or 0.05")]
    [InlineData("to: NaN", "to is 'NaN', which is not a percentage or a fraction; write 5% or 0.05")]
    [InlineData("to: 1e400", "to is '1e400', which is not a percentage or a fraction; write 5% or 0.05")]
    [InlineData("to: 1e100", "to is 1e100, which is too large a number")]
    [InlineData("to: 0,05", "to is '0,05', which is not a percentage or a fraction; write 5% or 0.05")]
    [InlineData("to: \"\"", "to is empty, which is not a percentage or a fraction; write 5% or 0.05")]
    [InlineData("to: [5%]", "to holds a list; one value is expected")]
    [InlineData("sectors: {a: b}, to: 0", "sectors holds a mapping; a value or a list of values is expected")]
    [InlineData("sectors: [], to: 0", "sectors is empty; name at least one, or leave the key out")]
    [InlineData("sectors: Servces, to: 0", "unknown sector 'Servces'; did you mean Services?")]
    [InlineData("importers: \"AAA, BBB\", to: 0",
        "unknown economy or set 'AAA, BBB'; write a list in brackets, such as [CHN, KAZ]")]
    [InlineData("importers: AAA, exporters: AAA, to: 0",
        "action t is about trade of AAA with itself, which no lever touches; name the partners as well")]
    [InlineData("importers: high-income & landlocked, to: 0",
        "importers: high-income & landlocked names no economy of this baseline")]
    public void Wrong_value_is_told_with_its_repair(string fields, string problem)
    {
        var quoted = fields.Replace("5 %%", "\"5 %%\"").Replace("0,05", "\"0,05\"");
        using var text = ScenarioText.WithActions($"{{id: t, lever: tariff, {quoted}}}");
        Assert.Equal($"s.yaml:6: {problem}\n", text.Problems());
    }

    [Fact]
    public void Contradictory_actions_are_told_with_the_first_cell()
    {
        using var text = ScenarioText.WithActions(
            "{id: free, lever: tariff, importers: world, exporters: world, to: 0}",
            "{id: dear, lever: tariff, importers: AAA, exporters: world, to: 5%}",
            "{id: same, lever: tariff, importers: BBB, exporters: world, to: 0%}",
            "{id: less, lever: tariff, importers: AAA, exporters: BBB, change: -50%}",
            "{id: d1, lever: deficit, economies: AAA, to: 1%}",
            "{id: d2, lever: deficit, economies: AAA, change: -50%}");
        Assert.Equal(
            """
            s.yaml:7: actions free and dear both set the tariff of GDS BBB to AAA and 1 more: to 5% and to 0%; leave these cells out of one of them
            s.yaml:9: actions free and less both set the tariff of GDS BBB to AAA: one to a value and one by a change; leave these cells out of one of them
            s.yaml:11: actions d1 and d2 both set the deficit of AAA: one to a value and one by a change; leave these cells out of one of them

            """.ReplaceLineEndings("\n"),
            text.Problems());
    }

    [Theory]
    [InlineData("{id: d, lever: deficit, economies: AAA, to: 1%}", "options.closure=zero",
        "s.yaml:6: action d sets deficits, but with closure zero there are none; use closure fixed\n")]
    [InlineData("{id: d, lever: deficit, economies: world, to: 1%}", "name=x",
        "s.yaml:6: deficits of all economies are set, and their changes sum to 12 million dollars instead of zero; "
        + "leave out at least one economy, which takes the difference\n")]
    [InlineData("{id: d, lever: demand-shock, sectors: all, change: -100%}", "name=x",
        "s.yaml:6: the demand shocks leave AAA with nothing to spend on; keep at least one sector that it buys\n"
        + "s.yaml:6: the demand shocks leave BBB with nothing to spend on; keep at least one sector that it buys\n")]
    [InlineData("{id: d, lever: demand-shock, change: -10%}", "name=x",
        "s.yaml:6: sectors is missing for lever demand-shock; name the sectors concerned\n")]
    [InlineData("{id: t, lever: tariff, to: 0}", "members=[]",
        "s.yaml:6: action t leaves out importers, and the scenario has no members; name importers, or the members of "
        + "the scenario\n"
        + "s.yaml:6: action t leaves out exporters, and the scenario has no members; name exporters, or the members of "
        + "the scenario\n")]
    public void Impossible_shock_is_told(string action, string change, string problems)
    {
        using var text = ScenarioText.WithActions(action);
        Assert.Equal(problems, text.Problems(change));
    }

    [Fact]
    public void Table_problems_name_file_and_row()
    {
        using var text = ScenarioText.WithActions(
            "{id: a, lever: tariff, table: a.csv}", "{id: b, lever: tariff, table: b.csv, importers: AAA}",
            "{id: c, lever: tariff, table: missing.csv}", "{id: d, lever: tariff, table: ../a.csv}",
            "{id: e, lever: tariff, table: /etc/passwd}", "{id: f, lever: tariff, table: f.csv}");
        text.Write("a.csv", "sector,origin,destination,tariff_rate\n\nGDS,AAA,BBB,5\nGDS,AAA,AAA,0.1\nGDS,AAA,XYZ,0.1\n"
            + "XXX,AAA,BBB,0.1\nGDS,AAA,CCC,0.1\nGDS,Aland,CCC,0.2\nGDS,AAA\n");
        text.Write("b.csv", "origin,destination,tariff_rate\nAAA,BBB,0.05\n");
        text.Write("f.csv", "sector,from,destination,tariff\nGDS,AAA,BBB,0.05\n");
        Assert.Equal(
            """
            a.csv:3: tariff_rate: 5 is ambiguous; write 5% or 0.05, or 500% where that is meant
            a.csv:4: AAA with itself: trade at home cannot be touched; remove the row
            a.csv:5: unknown economy or set 'XYZ'; use an ISO alpha-3 code, an economy's name or a set
            a.csv:6: unknown sector 'XXX'; sectors: all, goods, services, GDS, SRV
            a.csv:8: the cell GDS AAA CCC is given twice; first on line 7
            a.csv:9: the row has 2 values for 4 columns
            s.yaml:7: the table names its own importers; remove importers or the table
            s.yaml:8: table missing.csv not found beside the scenario; CSV files there: a.csv, b.csv, f.csv
            s.yaml:9: table ../a.csv lies outside the scenario's folder; put the file beside the scenario and name it without .. or a drive
            s.yaml:10: table /etc/passwd lies outside the scenario's folder; put the file beside the scenario and name it without .. or a drive
            f.csv:1: unknown column from for lever tariff; columns: sector, origin, destination, tariff_rate
            f.csv:1: unknown column tariff for lever tariff; columns: sector, origin, destination, tariff_rate
            f.csv:1: column origin is missing; columns: sector,origin,destination,tariff_rate
            f.csv:1: column tariff_rate is missing; columns: sector,origin,destination,tariff_rate

            """.ReplaceLineEndings("\n"),
            text.Problems());
    }

    [Fact]
    public void Table_may_be_large_and_have_any_separator_and_own_sales_without_tariff()
    {
        using var text = ScenarioText.WithActions("{id: a, lever: tariff, table: a.csv}");
        text.Write("a.csv", "destination;Tariff_Rate;origin\nBBB;0.3;AAA\nAAA;0;AAA\nBBB;270%;CCC\n" + new string('\n', 3 << 20));
        var tariff = text.Compile().TariffRateNew!;
        Assert.Equal((0.3, 2.7, 0.02), (tariff[0, 0, 1], tariff[0, 2, 1], tariff[0, 0, 2]));
    }

    [Fact]
    public void Table_behind_a_link_is_refused()
    {
        using var text = ScenarioText.WithActions("{id: a, lever: tariff, table: link.csv}");
        File.CreateSymbolicLink(Path.Combine(text.Folder, "link.csv"), "/etc/passwd");
        Assert.Equal("s.yaml:6: table link.csv goes through the link link.csv, which may lead out of the folder; put the "
            + "file itself beside the scenario\n", text.Problems());
    }

    [Theory]
    [InlineData("", "s.yaml: the file is empty\n")]
    [InlineData("  \n\n", "s.yaml: the file is empty\n")]
    [InlineData("# nothing\n", "s.yaml: the file holds only comments\n")]
    [InlineData("PK\0\u0001\u0002", "s.yaml: this is not a text file in UTF-8; save it as plain text\n")]
    [InlineData("- a\n- b\n", "s.yaml:1: the file is a list; a scenario has keys such as name and actions; "
        + "see docs/levers.md for a scenario to start from\n")]
    [InlineData("caravan: 1\nname: x\nactions: []\n---\ncaravan: 1\n",
        "s.yaml:4: a second document begins here; keep one scenario a file\n")]
    [InlineData("caravan: 1\nname: x\nname: y\nactions: []\n",
        "s.yaml:3: name is given twice; first on line 2; keep one of them\n")]
    [InlineData("caravan: 1\nname: x\nactions: 5\n",
        "s.yaml:3: actions holds a single value; a list is expected; begin each action with a dash\n")]
    [InlineData("caravan: 1\nname: x\n",
        "s.yaml:1: actions is missing; add a list of actions, or actions: [] for no change at all\n")]
    [InlineData("caravan: 1\nname: x\nsummary: !!binary abc\nactions: []\n",
        "s.yaml:3: tags such as tag:yaml.org,2002:binary are not allowed; write the plain value\n")]
    public void Wrong_file_is_told(string content, string problems)
    {
        using var text = new ScenarioText(content);
        Assert.Equal(problems, text.Problems());
    }

    [Fact]
    public void Broken_yaml_is_told_with_its_line()
    {
        using var text = new ScenarioText("caravan: 1\nname: x\nactions:\n  - {id: a, lever: tariff\n    to: 5%\n");
        var problems = text.Problems();
        Assert.StartsWith("s.yaml:5: this is not valid YAML: ", problems);
        Assert.Single(problems.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Bombs_of_aliases_depth_and_size_are_refused()
    {
        using var aliases = new ScenarioText("caravan: 1\nname: x\na: &a [l, o, l]\nb: &b [*a, *a]\nactions: []\n");
        Assert.Contains("s.yaml:3: anchors (&) and aliases (*) are not allowed; write the value out\n", aliases.Problems());
        using var deep = new ScenarioText("caravan: 1\nname: x\nactions: " + new string('[', 100_000));
        Assert.Equal("s.yaml:3: values are nested more than 16 deep\n", deep.Problems());
        using var large = new ScenarioText("caravan: 1\n" + new string('#', TextSource.MaxScenarioBytes));
        Assert.Equal("s.yaml: the file has 64 MB; at most 64 MB are read; check that this is the right file\n",
            large.Problems());
        using var wide = new ScenarioText("caravan: 1\nname: x\nactions: [" + string.Concat(Enumerable.Repeat("a,", 300_000)) + "]");
        Assert.Equal("s.yaml:3: the file has more than 200000 values\n", wide.Problems());
    }

    [Fact]
    public void Missing_file_and_folder_are_told()
    {
        Assert.Equal("nowhere/s.yaml: no such file and no shipped pack of that name; packs: " + string.Join(", ", Packs.Names),
            Assert.Single(ScenarioFile.Check("nowhere/s.yaml")).ToString());
        using var text = ScenarioText.WithActions();
        Assert.Equal("this is a folder, not a scenario file", Assert.Single(ScenarioFile.Check(text.Folder)).Problem);
        Assert.Throws<InputException>(() => ScenarioFile.Load("nowhere/s.yaml"));
    }

    [Fact]
    public void Endless_file_is_refused()
    {
        if (File.Exists("/dev/zero"))
        {
            Assert.Equal("/dev/zero: the file goes on and on; at most 64 MB are read; check that this is the right file",
                Assert.Single(ScenarioFile.Check("/dev/zero")).ToString());
        }
    }
}
