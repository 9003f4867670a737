using System.Text;
using System.Text.Json;
using Caravan.Reporting;
using Caravan.Scenarios;

namespace Caravan.Tests.Reporting;

public class ReportPageTests
{
    internal const string Template = "<title>@@caravan-title@@</title><pre>@@caravan-summary@@</pre>"
        + "<script type=\"application/json\">\"@@caravan-result@@\"</script><script>run()</script>";

    [Fact]
    public void Page_holds_the_tables_in_full_precision()
    {
        var data = Data(Written(ResultSample.Converged));
        var table = data.GetProperty("tables").GetProperty("economies");
        var columns = table.GetProperty("columns").EnumerateArray().Select(name => name.GetString()).ToList();
        var first = table.GetProperty("rows")[0];
        Assert.Equal("AAA", first[columns.IndexOf("economy")].GetString());
        Assert.Equal(1.234567890123, first[columns.IndexOf("real_income_pct")].GetDouble());
        Assert.True(first[columns.IndexOf("member")].GetBoolean());
        // flows are summed over sectors and leave out own sales
        var flows = data.GetProperty("tables").GetProperty("flows").GetProperty("rows");
        Assert.Equal(2, flows.GetArrayLength());
        Assert.Equal(100.1, flows[0][2].GetDouble());
        Assert.Equal("converged", data.GetProperty("run").GetProperty("status").GetString());
        Assert.False(data.GetProperty("run").TryGetProperty("timings", out _));
        Assert.Equal("A made-up package", data.GetProperty("scenario").GetProperty("name").GetString());
    }

    [Fact]
    public void Page_takes_names_as_text_only()
    {
        const string Name = "</script><script>alert(1)</script><!-- \"quoted\" & 'more' 丝绸之路";
        var result = ResultSample.Converged with
        {
            Scenario = new Scenario { Name = Name, Summary = "@@caravan-result@@" },
        };
        var page = Written(result);
        Assert.DoesNotContain("<script>alert", page);
        Assert.Equal(2, page.Split("</script>").Length - 1);
        Assert.DoesNotContain("<!--", page);
        Assert.Contains("丝绸之路</title>", page);
        Assert.Equal(Name, Data(page).GetProperty("scenario").GetProperty("name").GetString());
        Assert.Equal("@@caravan-result@@", Data(page).GetProperty("scenario").GetProperty("summary").GetString());
    }

    [Fact]
    public void Page_of_the_same_result_is_the_same() =>
        Assert.Equal(Written(ResultSample.Converged), Written(ResultSample.Converged));

    [Fact]
    public void Page_refuses_a_text_that_is_no_template_and_a_result_that_did_not_converge()
    {
        Assert.Contains("@@caravan-summary@@", Assert.Throws<InvalidDataException>(
            () => new ReportPage("<title>@@caravan-title@@</title>")).Message);
        Assert.Throws<ArgumentException>(() => Written(ResultSample.NotConverged));
    }

    [Fact]
    public void Bundle_holds_the_page_and_its_readme_names_it()
    {
        using var folder = new TemporaryFolder();
        var target = folder.File("out");
        for (var time = 0; time < 2; time++)
        {
            Bundle.Write(target, [new BundlePart("", ResultSample.Converged)], new ReportPage(Template));
        }
        Assert.Equal(Written(ResultSample.Converged), File.ReadAllText(Path.Combine(target, ReportPage.FileName)));
        Assert.Contains($"`{ReportPage.FileName}`", File.ReadAllText(Path.Combine(target, "README.md")));
    }

    [Fact]
    public void File_of_a_bundle_is_written_alone()
    {
        using var one = new MemoryStream();
        Assert.True(Bundle.TryWriteFile(ResultSample.Converged, "groups.csv", one));
        Assert.StartsWith("group,split,", Encoding.UTF8.GetString(one.ToArray()));
        using var none = new MemoryStream();
        Assert.False(Bundle.TryWriteFile(ResultSample.Converged, ReportPage.FileName, none));
        Assert.False(Bundle.TryWriteFile(ResultSample.Converged, "transport.csv", none));
        Assert.Equal(0, none.Length);
    }

    private static string Written(RunResult result)
    {
        using var bytes = new MemoryStream();
        new ReportPage(Template).Write(result, bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static JsonElement Data(string page)
    {
        const string Start = "<script type=\"application/json\">";
        var from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return JsonDocument.Parse(page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)]).RootElement;
    }
}
