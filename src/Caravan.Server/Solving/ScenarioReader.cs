using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Caravan.Data;
using Caravan.Scenarios;
using Caravan.Server.Contracts;
using Caravan.Server.Hosting;

namespace Caravan.Server.Solving;

/// <summary>
/// From what a client sent to a scenario that was read. JSON is laid out anew and goes through the reader of YAML, of
/// which it is a part, so both forms obey the same rules.
/// </summary>
internal sealed partial class ScenarioReader(Worlds worlds, ServerLimits limits)
{
    private const string File = "scenario";

    private static readonly JsonWriterOptions s_layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A scenario and its world.</summary>
    /// <exception cref="InputException">It cannot be used; carries every problem found.</exception>
    public (LoadedScenario Loaded, PreparedWorld World) Read(ScenarioRequest request)
    {
        var text = TextOf(request);
        LoadedScenario loaded;
        try
        {
            loaded = ScenarioFile.Parse(text, File);
        }
        catch (InputException)
        {
            // names are looked up as well, so that every problem is told at once
            throw new InputException(
                ScenarioFile.CheckText(text, File, worlds.Of(ScenarioFile.DefaultBaseline).Baseline));
        }
        Guard(loaded);
        return (loaded, worlds.Of(loaded.Baseline));
    }

    /// <summary>Every problem of a scenario, and the baseline it was checked against.</summary>
    public CheckAnswer Check(ScenarioRequest request)
    {
        try
        {
            var (loaded, world) = Read(request);
            var issues = ScenarioFile.CheckText(TextOf(request), File, world.Baseline);
            return new CheckAnswer(
                issues.IsEmpty, loaded.Baseline, [.. issues.Select(IssueContract.Of)], Tree(request));
        }
        catch (InputException input)
        {
            return new CheckAnswer(false, "", [.. input.Issues.Select(IssueContract.Of)], Scenario: null);
        }
    }

    private static JsonElement Tree(ScenarioRequest request)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            ScenarioJson.Write(TextOf(request), File, writer);
        }
        return JsonDocument.Parse(bytes.ToArray()).RootElement;
    }

    /// <summary>Throws where a word of the client's that others will see could be taken for markup.</summary>
    /// <exception cref="InputException">It could.</exception>
    public static void RefuseMarkup(string what, string text)
    {
        if (Markup().IsMatch(text))
        {
            throw new InputException(new InputIssue(
                what, 0, "this text holds markup", "write plain words, without < before a letter"));
        }
    }

    private void Guard(LoadedScenario loaded)
    {
        if (loaded.ActionCount > limits.Actions)
        {
            throw new InputException(new InputIssue(File, 0,
                $"the scenario has {loaded.ActionCount} actions; this server takes {limits.Actions}",
                "leave out some actions"));
        }
        foreach (var text in loaded.Texts)
        {
            RefuseMarkup(File, text);
        }
    }

    private static string TextOf(ScenarioRequest request)
    {
        if (request.Scenario is { ValueKind: not JsonValueKind.Null } json)
        {
            if (request.Yaml is not null)
            {
                throw new InputException(new InputIssue(
                    "request", 0, "both scenario and yaml are given", "give one of them"));
            }
            if (json.ValueKind != JsonValueKind.Object)
            {
                throw new InputException(new InputIssue("request", 0,
                    "scenario is no JSON object", "give an object with the keys of a scenario file, or yaml"));
            }
            using var bytes = new MemoryStream();
            using (var writer = new Utf8JsonWriter(bytes, s_layout))
            {
                json.WriteTo(writer);
            }
            return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        return request.Yaml ?? throw new InputException(new InputIssue(
            "request", 0, "there is no scenario", "give scenario (JSON) or yaml (text)"));
    }

    [GeneratedRegex("<[a-zA-Z/!?]|javascript:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
