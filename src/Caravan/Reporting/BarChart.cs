using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>Draws members' real income as horizontal bars in an SVG picture; losses to the left, gains to the right.
/// </summary>
public static class BarChart
{
    private const int Width = 720;
    private const int RowHeight = 28;
    private const int Top = 64;
    private const int NameWidth = 200;
    private const int ValueWidth = 80;

    /// <summary>Writes the picture of a converged result; without members, of every economy.</summary>
    public static void Write(RunResult result, TextWriter output)
    {
        RunReport.RequireConverged(result);
        ArgumentNullException.ThrowIfNull(output);
        var bars = result.Economies.Where(economy => economy.Member)
            .ToImmutableArray();
        var whose = bars.IsEmpty ? "every economy" : "members";
        if (bars.IsEmpty)
        {
            bars = result.Economies;
        }
        bars = [.. bars.OrderByDescending(bar => bar.RealIncomePct).ThenBy(bar => bar.Code, StringComparer.Ordinal)];
        var scale = new Scale(bars);
        var height = Top + RowHeight * bars.Length + 48;
        Line($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" role="img"
              font-family="system-ui, sans-serif" font-size="14" fill="#1f2933">
            """);
        Line($"""<rect width="{Width}" height="{height}" fill="#ffffff"/>""");
        Line($"""<text x="16" y="28" font-size="17" font-weight="600">{Text(result.Scenario.Name)}</text>""");
        Line($"""<text x="16" y="48" fill="#52606d">Real income of {whose}, per cent change</text>""");
        for (var row = 0; row < bars.Length; row++)
        {
            Bar(bars[row], Top + RowHeight * row);
        }
        Line($"""
            <line x1="{Pixel(scale.Zero)}" x2="{Pixel(scale.Zero)}" y1="{Top}" y2="{Top + RowHeight * bars.Length}"
              stroke="#1f2933"/>
            """);
        Line($"""
            <text x="16" y="{height - 16}" font-size="12" fill="#52606d">{Text(RunReport.Setting(result))}</text>
            """);
        Line("</svg>");

        void Line(string text) => output.Write(text + "\n");

        void Bar(EconomyResult bar, int y)
        {
            var end = scale.At(bar.RealIncomePct);
            var (left, right) = (Math.Min(end, scale.Zero), Math.Max(end, scale.Zero));
            var value = NumberText.Change(bar.RealIncomePct, scale.Decimals);
            var (colour, beside, anchor) = bar.RealIncomePct >= 0
                ? ("#2b6cb0", right + 6, "start")
                : ("#c05621", left - 6, "end");
            Line($"""<text x="16" y="{y + 19}">{Text(bar.Name)}</text>""");
            Line($"""
                <rect x="{Pixel(left)}" y="{y + 4}" width="{Pixel(right - left)}" height="20" fill="{colour}"/>
                """);
            Line($"""
                <text x="{Pixel(beside)}" y="{y + 19}" text-anchor="{anchor}">{value}</text>
                """);
        }
    }

    private static string Pixel(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    // one scale for gains and losses, so that a loss of one is as long as a gain of one
    private readonly struct Scale
    {
        private readonly double _pixelsPerPercent;

        public Scale(ImmutableArray<EconomyResult> bars)
        {
            var gain = Math.Max(0, bars.Max(bar => bar.RealIncomePct));
            var loss = Math.Max(0, -bars.Min(bar => bar.RealIncomePct));
            var room = Width - NameWidth - 2 * ValueWidth;
            _pixelsPerPercent = gain + loss > 0 ? room / (gain + loss) : 0;
            Zero = NameWidth + ValueWidth + loss * _pixelsPerPercent;
            Decimals = NumberText.Decimals(
                ColumnFormat.PercentChange, Math.Max(gain, loss), bars.Min(bar => Math.Abs(bar.RealIncomePct)));
        }

        public double Zero { get; }

        public int Decimals { get; }

        public double At(double percent) => Zero + percent * _pixelsPerPercent;
    }
}
