using System.Collections.Frozen;
using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Scenarios;

namespace Caravan.Server.Solving;

/// <summary>The baselines that ship, each loaded and prepared once. Folders are never read for a client.</summary>
internal sealed class Worlds
{
    private readonly FrozenDictionary<string, Lazy<PreparedWorld>> _worlds = Baselines.Names.ToFrozenDictionary(
        name => name, name => new Lazy<PreparedWorld>(() => new PreparedWorld(Baselines.Load(name))));

    /// <summary>Names in alphabetical order.</summary>
    public ImmutableArray<string> Names { get; } = Baselines.Names;

    /// <summary>The world of a name, or null.</summary>
    public PreparedWorld? Find(string name) => _worlds.TryGetValue(name, out var world) ? world.Value : null;

    /// <summary>The world of a name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public PreparedWorld Of(string name) => Find(name) ?? throw new InputException(new InputIssue(
        "scenario", 0, "there is no such baseline; folders and files are not read for a client",
        $"baselines: {string.Join(", ", Names)}"));
}
