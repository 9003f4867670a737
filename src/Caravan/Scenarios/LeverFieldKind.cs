namespace Caravan.Scenarios;

/// <summary>What is written in a field of an action, and how it is read.</summary>
public enum LeverFieldKind
{
    /// <summary>Economies by code, name, set or word such as <c>members</c>; one or a list.</summary>
    Economies,

    /// <summary>Sectors by code or name, or <c>all</c>, <c>goods</c>, <c>services</c>; one or a list.</summary>
    Sectors,

    /// <summary>A level such as a tariff: a percentage <c>5%</c> or a fraction <c>0.05</c>.</summary>
    Rate,

    /// <summary>A change relative to what is there: <c>-50%</c> or <c>-0.5</c> halves it.</summary>
    Change,

    /// <summary>A change in percentage points: <c>-3pp</c>, <c>-3%</c> or <c>-0.03</c> takes three off.</summary>
    Points,

    /// <summary>A number of days: <c>-2 days</c> or <c>-2</c>.</summary>
    Days,

    /// <summary>A CSV file beside the scenario, its cells joined by label.</summary>
    Table,

    /// <summary>Projects of the catalogue by id, or words for several such as <c>planned</c>; one or a list.</summary>
    Projects,

    /// <summary>Sea passages such as <c>suez</c>; one or a list.</summary>
    Passages,

    /// <summary>Border crossings by id or name; one or a list.</summary>
    Crossings,

    /// <summary>One word for how goods move: <c>road</c>, <c>rail</c>, <c>sea</c>, <c>ferry</c>.</summary>
    Mode,

    /// <summary>A line: <c>{mode, from, to, via, km, gauge, speed_kmh}</c>.</summary>
    Link,
}
