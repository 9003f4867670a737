using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>
/// A documented way in which an action changes the world. The table of all levers, <see cref="Levers.All"/>, is the one
/// place from which validation, the JSON Schema, <c>docs/levers.md</c> and listings are made.
/// </summary>
public sealed record Lever
{
    /// <summary>Word used in scenarios, such as <c>tariff</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Readable name.</summary>
    public required string Title { get; init; }

    /// <summary>What happens in the world, in a few sentences.</summary>
    public required string Mechanism { get; init; }

    /// <summary>The formula from fields to the model's shock, in the notation of <c>docs/model.md</c>.</summary>
    public required string Equation { get; init; }

    /// <summary>The equation of <c>docs/model.md</c> that the shock enters.</summary>
    public required string Enters { get; init; }

    /// <summary>What several actions on the same cell do together; never depends on their order.</summary>
    public required string Compounding { get; init; }

    /// <summary>The cells that the lever works on.</summary>
    public required LeverShape Shape { get; init; }

    /// <summary>The lever's own fields, beside <c>id, title, lever, by, source</c> that every action has.</summary>
    public required ImmutableArray<LeverField> Fields { get; init; }

    /// <summary>Column of a table that holds the lever's value; empty where the lever takes no table.</summary>
    public string TableColumn { get; init; } = "";

    /// <summary>A short action in YAML that is valid as it stands.</summary>
    public required string Example { get; init; }

    /// <summary>Columns of a table that name a cell, in order; the first may be left out.</summary>
    public ImmutableArray<string> TableLabels => Shape switch
    {
        LeverShape.Bilateral => ["sector", "origin", "destination"],
        LeverShape.EconomyAndSector => ["sector", "economy"],
        LeverShape.Network => [],
        _ => ["economy"],
    };

    /// <summary>The field of that name, or null.</summary>
    public LeverField? Field(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Name == name)
            {
                return field;
            }
        }
        return null;
    }
}
