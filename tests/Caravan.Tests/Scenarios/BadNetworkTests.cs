namespace Caravan.Tests.Scenarios;

/// <summary>What is wrong with actions on the network is told with its line and the nearest valid word.</summary>
public class BadNetworkTests
{
    [Fact]
    public void Names_that_are_not_there_are_told_with_the_nearest()
    {
        using var text = new ScenarioText(
            """
            caravan: 1
            name: Wrong names
            members: [AAA, BBB]
            actions:
              - {id: a, lever: link, project: new-lime}
              - {id: b, lever: link, project: old-line}
              - {id: c, lever: link, project: idea}
              - {id: d, lever: link, project: coast}
              - {id: e, lever: link-closure, project: new-line}
              - {id: f, lever: link-closure, project: monument}
              - {id: g, lever: link-closure, passage: cannal}
              - {id: h, lever: link-closure, crossing: x-gat}
              - {id: i, lever: link-closure, crossing: beta}
              - id: j
                lever: link
                link:
                  mode: rail
                  from: Alhpa
                  to: Twin
                  gauge: 1435
              - {id: k, lever: border-time, crossings: [x-shut], change: -10%}
              - {id: l, lever: border-time, economies: BBB, partners: CCC, change: -10%}
              - {id: m, lever: transport-cost, mode: sea, economies: AAA, change: 5%}
            """);
        Assert.Equal(
            """
            s.yaml:5: no project, corridor or status is called 'new-lime'; did you mean new-line?
            s.yaml:6: project old-line was completed and is in the network already; use lever link-closure to see what it is worth
            s.yaml:7: project idea has no link and no effect in the network, so building it changes nothing; leave it out, or write the line with link:
            s.yaml:8: of the 2 projects called 'coast' none can be built; only projects that are planned or under construction and change the network can
            s.yaml:9: project new-line is not completed, so it cannot be taken away; use lever link to build it
            s.yaml:10: project monument has no link of its own in the network, so taking it away changes nothing; leave it out
            s.yaml:11: no passage is called 'cannal'; did you mean canal?
            s.yaml:12: no crossing is called 'x-gat'; did you mean x-gate?
            s.yaml:13: no crossing is called 'beta'
            s.yaml:18: no city, port, station or crossing is called 'Alhpa'; did you mean alpha?
            s.yaml:19: Twin is the name of 2 places; write twin-aaa (AAA) or twin-bbb (BBB)
            s.yaml:21: Shut - Up (x-shut) is closed, or the mode does not cross there; leave it out
            s.yaml:22: action l: these economies have no open crossing with each other; name crossings, or other economies
            s.yaml:23: action m changes the cost of ships in some economies; the sea belongs to none; leave economies out

            """, text.Problems(), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("{mode: rail, from: alpha, to: beta}", "gauge is missing for a new railway; add gauge: and one of 1000, 1067, 1435, 1520, 1600, 1668, 1676")]
    [InlineData("{mode: rail, from: alpha, to: beta, gauge: 1434}", "gauge is 1434; allowed: 1000, 1067, 1435, 1520, 1600, 1668, 1676")]
    [InlineData("{mode: road, from: alpha, to: beta, gauge: 1435}", "gauge has no meaning for road; leave it out")]
    [InlineData("{mode: tube, from: alpha, to: beta}", "mode is tube; allowed: road, rail, sea, ferry")]
    [InlineData("{mode: road, from: alpha, to: beta, km: -5}", "km is -5; allowed is more than 0 to 20000")]
    [InlineData("{mode: road, from: alpha, to: beta, km: far}", "km is 'far', which is not a number")]
    [InlineData("{mode: road, from: alpha, to: beta, speed_kmh: 0}", "speed_kmh is 0; allowed is more than 0 to 400")]
    [InlineData("{mode: road, from: alpha, to: beta, speed_kmh: 4000}", "speed_kmh is 4000; allowed is more than 0 to 400")]
    [InlineData("{mode: road, from: alpha, to: beta, km: 100}", "km is 100, but the places of the line lie 445 km apart as the crow flies; give the length of the whole line, or leave km out")]
    [InlineData("{mode: road, from: alpha, to: beta, km: 9000}", "km is 9000, but the places of the line lie 445 km apart as the crow flies; give the length of the whole line, or leave km out")]
    [InlineData("{mode: road, from: alpha, to: alpha}", "the line goes from Älpha to itself; name two places")]
    [InlineData("{mode: road, to: alpha}", "from is missing in link; add from: and a city, port, station or crossing")]
    [InlineData("{from: beta, to: alpha}", "mode is missing in link; add mode: and one of road, rail, sea, ferry")]
    [InlineData("{mode: road, from: beta, to: bell, lanes: 4}", "unknown key lanes in a link; keys: mode, from, to, via, km, gauge, speed_kmh")]
    [InlineData("{mode: rail, from: cora, to: crux, gauge: 1435}", "the line from Cora (CCD) to Crux (CCE) meets no border where rail crosses; name the places between in via")]
    [InlineData("{mode: rail, from: cora, to: crux, via: [x-cc], gauge: 1435}", "no rail crosses at Mark - Stone (x-cc); name another way")]
    [InlineData("{mode: road, from: alpha, to: cora}", "the line from Älpha (AAA) to Cora (CCD) meets no border where road crosses; name the places between in via")]
    public void Impossible_new_lines_are_refused(string link, string problem) =>
        AssertProblem($"{{id: a, lever: link, link: {link}}}", problem);

    [Theory]
    [InlineData("{id: a, lever: link, link: {mode: rail, from: alpha, to: beta}, speed: 50%}", "no rail line joins Älpha and Beta; name another place or mode")]
    [InlineData("{id: a, lever: link, link: {mode: rail, from: alpha, to: apex, km: 120}, speed: 50%}", "km is a property of a new line; this one is there already; leave it out")]
    [InlineData("{id: a, lever: link, link: {mode: rail, from: alpha, to: apex}, speed: -100%}", "speed is -100%; allowed is -99% to 1000%")]
    [InlineData("{id: a, lever: link, project: new-line, speed: 10%}", "speed is there and link is not; name the line that gets faster")]
    [InlineData("{id: a, lever: link-closure, link: {mode: sea, from: bay, to: cape}}", "mode is sea; allowed: road, rail, ferry")]
    [InlineData("{id: a, lever: link-closure, link: {mode: rail, from: cora, to: beta}}", "no rail line joins Cora and Beta; name another place or mode")]
    [InlineData("{id: a, lever: link-closure}", "lever link-closure needs exactly one of passage, crossing, link, project, projects; none is given")]
    [InlineData("{id: a, lever: link, project: new-line, projects: [fast-gate]}", "lever link takes exactly one of project, projects, link; given are project and projects")]
    [InlineData("{id: a, lever: link, link: alpha-beta}", "link holds a single value; keys with values are expected")]
    [InlineData("{id: a, lever: border-time, between: members}", "lever border-time needs at least one of change, cost; none is given")]
    [InlineData("{id: a, lever: border-time, economies: AAA, change: 5%}", "economies and partners are the two sides of a border; one is missing; add the other, or use between")]
    [InlineData("{id: a, lever: border-time, between: members, economies: AAA, partners: BBB, change: 5%}", "between stands for economies and partners together; keep one of the two ways")]
    [InlineData("{id: a, lever: border-time, between: members, crossings: tor, change: 5%}", "crossings are named by themselves and by economies; keep one of the two ways")]
    [InlineData("{id: a, lever: border-time, mode: ferry, change: 5%}", "mode is ferry; allowed: road, rail")]
    [InlineData("{id: a, lever: border-time, change: -150%}", "change is -150%; allowed is -100% to 10000%")]
    [InlineData("{id: a, lever: transport-cost, mode: road, days: -1 day, change: 5%}", "days has no meaning with mode; with mode an action has economies and change")]
    [InlineData("{id: a, lever: transport-cost, economies: AAA, change: 5%}", "economies has no meaning without mode; use importers, exporters or between, or add mode: and road, rail, sea or ferry")]
    [InlineData("{id: a, lever: transport-cost, mode: road, change: -100%}", "action a makes a mode free of cost; change the rate by more than -100%")]
    public void Impossible_changes_are_refused(string action, string problem) => AssertProblem(action, problem);

    private static void AssertProblem(string action, string problem)
    {
        using var text = ScenarioText.WithActions(action);
        Assert.Equal($"s.yaml:6: {problem}\n", text.Problems());
    }
}
