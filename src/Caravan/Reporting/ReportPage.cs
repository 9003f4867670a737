using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>
/// A result as one HTML file with the views of the web page: no server, no network, no other file. The page is built
/// once from <c>web/</c> as a template; this writes a result into it. Its content policy lets nothing run but the page's
/// own script, and a result enters as data and as text only, so a name can hold anything.
/// </summary>
public sealed class ReportPage
{
    /// <summary>Name of the file in a bundle, and of the template in the built page.</summary>
    public const string FileName = "report.html";

    // where the template takes the result, in this order
    private static readonly ImmutableArray<string> s_places =
        ["@@caravan-title@@", "@@caravan-summary@@", "\"@@caravan-result@@\""];

    private static readonly HtmlEncoder s_html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string[] _parts;

    /// <summary>A page made from a template.</summary>
    /// <param name="template">Text of the built <c>report.html</c>.</param>
    /// <exception cref="InvalidDataException">The text is no template of this version.</exception>
    public ReportPage(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        _parts = new string[s_places.Length + 1];
        var start = 0;
        for (var place = 0; place < s_places.Length; place++)
        {
            var at = template.IndexOf(s_places[place], start, StringComparison.Ordinal);
            if (at < 0)
            {
                throw new InvalidDataException(
                    $"{FileName} of the built page has no place {s_places[place]}; build the page anew");
            }
            _parts[place] = template[start..at];
            start = at + s_places[place].Length;
        }
        _parts[^1] = template[start..];
    }

    /// <summary>Writes the page of a result; the same result and template give the same bytes.</summary>
    /// <param name="result">A result that converged.</param>
    /// <param name="output">Stays open.</param>
    /// <exception cref="ArgumentException">The result did not converge.</exception>
    public void Write(RunResult result, Stream output)
    {
        RunReport.RequireConverged(result);
        ArgumentNullException.ThrowIfNull(output);
        var summary = new StringWriter();
        MarkdownTables.Write(RunReport.Of(result), summary);
        using var text = new StreamWriter(output, s_utf8, 1 << 16, leaveOpen: true);
        text.Write(_parts[0]);
        text.Write(s_html.Encode(result.Scenario.Name));
        text.Write(_parts[1]);
        text.Write(s_html.Encode(summary.ToString()));
        text.Write(_parts[2]);
        text.Flush();
        ReportData.Write(result, output);
        text.Write(_parts[3]);
    }
}
