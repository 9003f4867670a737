using System.Collections.Immutable;

namespace Caravan.Reporting;

/// <summary>A column together with where its value stands in a row of type <typeparamref name="T"/>.</summary>
internal sealed record ReportField<T>(ReportColumn Column, Func<T, ReportCell> Value);

/// <summary>Makes tables from fields.</summary>
internal static class ReportField
{
    public static ReportTable ToTable<T>(
        this ImmutableArray<ReportField<T>> fields, string name, string title, IEnumerable<T> items) =>
        new()
        {
            Name = name,
            Title = title,
            Columns = [.. fields.Select(field => field.Column)],
            Rows = Rows(fields, items),
        };

    public static ImmutableArray<ReportField<T>> Select<T>(
        this ImmutableArray<ReportField<T>> fields, params ReadOnlySpan<string> names)
    {
        var chosen = ImmutableArray.CreateBuilder<ReportField<T>>(names.Length);
        foreach (var name in names)
        {
            chosen.Add(fields.First(field => field.Column.Name == name));
        }
        return chosen.MoveToImmutable();
    }

    private static IEnumerable<ImmutableArray<ReportCell>> Rows<T>(
        ImmutableArray<ReportField<T>> fields, IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            var row = ImmutableArray.CreateBuilder<ReportCell>(fields.Length);
            foreach (var field in fields)
            {
                row.Add(field.Value(item));
            }
            yield return row.MoveToImmutable();
        }
    }
}
