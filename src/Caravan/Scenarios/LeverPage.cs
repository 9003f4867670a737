using System.Globalization;
using System.Text;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios;

/// <summary>The page <c>docs/levers.md</c>, made from <see cref="Levers.All"/>.</summary>
public static class LeverPage
{
    /// <summary>The whole page as Markdown with a line feed at the end.</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(Introduction);
        foreach (var lever in Levers.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [`{lever.Name}`](#{lever.Name}) | {lever.Title} |\n");
        }
        var planned = string.Join(", ", Levers.Planned.Select(Code));
        text.Append('\n').Append(Wrap($"Known to the format and not available yet: {planned}. A scenario that uses one "
            + "of them is refused; `not_expressed` is the place to mention such parts.")).Append('\n');
        foreach (var lever in Levers.All)
        {
            Append(text, lever);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, Lever lever)
    {
        var mechanism = Wrap($"**{lever.Title}.** {lever.Mechanism}");
        var equation = Wrap(lever.Equation, 110).Replace("\n", "\n    ", StringComparison.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"\n## {lever.Name}\n\n{mechanism}\n\n    {equation}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Wrap($"Enters {lever.Enters}. {lever.Compounding}")}\n\n");
        text.Append("| field | reads | range | default | meaning |\n| --- | --- | --- | --- | --- |\n");
        foreach (var field in lever.Fields)
        {
            var range = double.IsFinite(field.Minimum)
                ? $"{SizeParser.Show(field, field.Minimum)} to {SizeParser.Show(field, field.Maximum)}" : "";
            var fallback = field.Default is { } value ? SizeParser.Show(field, value)
                : field.DefaultWord.Length > 0 ? Code(field.DefaultWord) : "";
            text.Append(CultureInfo.InvariantCulture,
                $"| `{field.Name}`{Mark(field.Need)} | {Kind(field)} | {range} | {fallback} | {field.Meaning} |\n");
        }
        if (lever.TableColumn.Length > 0)
        {
            var columns = string.Join(", ", lever.TableLabels.Add(lever.TableColumn).Select(Code));
            var rest = lever.Shape == LeverShape.Economy ? "." : "; `sector` may be left out.";
            text.Append(CultureInfo.InvariantCulture, $"\nColumns of a table: {columns}{rest}\n");
        }
        var defaults = lever.Fields.Where(field => field.DefaultSource.Length > 0).ToList();
        if (defaults.Count > 0)
        {
            text.Append("\nWhere the defaults come from:\n\n");
            foreach (var field in defaults)
            {
                text.Append(Wrap($"- `{field.Name}`: {field.DefaultSource}.", 118, "  ")).Append('\n');
            }
        }
        text.Append(CultureInfo.InvariantCulture, $"\n```yaml\n- {lever.Example}\n```\n");
    }

    private static string Mark(LeverFieldNeed need) => need switch
    {
        LeverFieldNeed.Required => " (needed)",
        LeverFieldNeed.OneOf => " (one of)",
        LeverFieldNeed.AnyOf => " (at least one)",
        _ => "",
    };

    private static string Kind(LeverField field) => field.Kind switch
    {
        LeverFieldKind.Economies => "economies",
        LeverFieldKind.Sectors => "sectors",
        LeverFieldKind.Rate => "`5%` or `0.05`",
        LeverFieldKind.Change => "`-50%` or `-0.5`",
        LeverFieldKind.Points => "`-3pp`, `-3%` or `-0.03`",
        LeverFieldKind.Days => "`-2 days` or `-2`",
        LeverFieldKind.Projects => "projects",
        LeverFieldKind.Passages => "passages",
        LeverFieldKind.Crossings => "crossings",
        LeverFieldKind.Mode => string.Join(", ", field.Words.Select(Code)),
        LeverFieldKind.Link => "a line",
        _ => "file name",
    };

    private static string Code(string word) => $"`{word}`";

    private static string Wrap(string text, int width = 118, string indent = "")
    {
        var (lines, line) = (new StringBuilder(), new StringBuilder());
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Append(line).Append('\n');
                line.Clear().Append(indent);
            }
            else if (line.Length > 0)
            {
                line.Append(' ');
            }
            line.Append(word);
        }
        return lines.Append(line).ToString();
    }

    private const string Introduction =
        """
        # Levers

        An action moves one lever. This page is made from the table of levers in the code (`Levers.All`), from which
        the checks of scenario files and the JSON Schema are made as well; a test keeps all of them the same.

        Every action has `id` (small letters, digits, dashes; unique), `lever`, and may have `title`, `by` (the
        members that must agree; all of them by default), `standby: true` (no part of the package, but
        [talks](discuss.md) may take it up) and `source` (where the size comes from, or `illustrative`).

        **Economies** are named by ISO 3166 alpha-3 code or short name, in any case; by a set of the scenario or of
        the baseline (such as `eaeu`); or by a word: `members`, `others` (or `non-members`), `world` (or `all`),
        `landlocked`, `coastal`, `belt-and-road` (its core economies), `low-income`, `lower-middle-income`,
        `upper-middle-income`, `high-income`. `members & landlocked` are those in both, `eu & !members` those not in
        the second. **Sectors** are named by code or name, or `all`, `goods`, `services`. Trade of an economy with
        itself is never touched.

        **Sizes** are percentages (`-50%`) or fractions (`-0.5`). A plain number of one or more is refused as
        ambiguous: `5` could be 5 % or 500 %. Points may be written `-3pp`, days `-2 days`.

        **Tables.** A lever that takes a `table` reads a CSV file beside the scenario, at most 32 MB, whose columns
        are joined by label, never by position. Cells that it does not list keep their base value.

        **Several actions on one cell** compound without regard to their order, as said for each lever; two actions
        that set one cell to different values contradict each other, which is an error.

        **The network.** Cities, ports, stations and crossings are named as in the tables of `data/network`: by id
        (`jalal-abad`), name or usual spelling, in any case and without regard to accents and dashes; a name that two
        places have needs the id. A line is `{mode: rail, from: Kashgar, to: Andijan, via: [Torugart, Jalal-Abad],
        km: 523, gauge: 1435, speed_kmh: 80}`; a new one needs `mode`, and for rail `gauge`; length and speed may be
        left out (great circle times the usual circuity, usual speed of the mode). Its `km` are the whole line's and
        are shared out over the stretches by distance. A line that is there (closed, or made faster by `speed`) is
        the links between its ends, or, where they are no neighbours, those of the shortest way by its mode.
        **Projects** are named by id, by `completed`, `under-construction`, `planned`, by corridor (such as
        `china-pakistan`), or by several joined by `&`, each with `!` for its opposite: `planned & middle-corridor`;
        such a word takes in what the lever can use and leaves out the rest. `caravan list --projects` shows them.

        **Overrides** on the command line follow the same rules: `--set tariffs.to=5%` changes the field `to` of the
        action `tariffs` and takes the place of a `change` or `table` there; `--set options.model=one-sector`,
        `--set members=[KAZ, UZB]` and `--set baseline=FOLDER` work alike.

        Names and numbers of equations are those of [model.md](model.md): primes are new levels, hats new over base.
        A default with a publication behind it names it; where none exists the text says illustrative, and then the
        level of a result means little while its direction and distribution may still tell something.

        | lever | what it moves |
        | --- | --- |

        """;
}
