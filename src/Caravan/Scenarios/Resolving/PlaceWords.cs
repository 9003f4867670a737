using System.Globalization;
using System.Text;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Resolving;

/// <summary>
/// Looks up places and crossings by id, name or usual spelling; accents, dashes and case do not count. A crossing may
/// be named by one of the places in its name: <c>Torugart</c> for <c>Torugart - Topa</c>.
/// </summary>
internal sealed class PlaceWords
{
    private readonly Dictionary<string, NetworkPlace> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<NetworkPlace>> _byName = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly IssueList _issues;

    public PlaceWords(TransportTables tables, IssueList issues)
    {
        _issues = issues;
        foreach (var place in tables.Places.Where(place => place.Kind != PlaceKind.Sea))
        {
            Add(new NetworkPlace(place.Id, place.Name, place.Economy, "", place.Latitude, place.Longitude, place.Kind),
                [place.Name, .. place.Aliases]);
        }
        foreach (var crossing in tables.Crossings)
        {
            Add(new NetworkPlace(crossing.Id, crossing.Name, crossing.EconomyA, crossing.EconomyB, crossing.Latitude,
                crossing.Longitude, null), [crossing.Name, .. crossing.Name.Split(" - ")]);
        }
    }

    /// <summary>The place of an id that is known to exist.</summary>
    public NetworkPlace this[string id] => _byId[id];

    /// <summary>The place or crossing that a word stands for; null after an issue.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="mode">For ships a port goes before a city of the same name, for others the city.</param>
    public NetworkPlace? Find(FileText word, TransportMode? mode)
    {
        var ships = mode is TransportMode.Sea or TransportMode.Ferry;
        return Find(word, place => place.IsCrossing ? 3 : place.Kind switch
        {
            PlaceKind.Port => ships ? 0 : 2,
            PlaceKind.City => ships ? 1 : 0,
            _ => ships ? 2 : 1,
        }, _names, "city, port, station or crossing");
    }

    /// <summary>The crossing that a word stands for; null after an issue.</summary>
    public NetworkPlace? FindCrossing(FileText word) => Find(word, place => place.IsCrossing ? 0 : null,
        _byId.Values.Where(place => place.IsCrossing).SelectMany(place => new[] { place.Id, place.Name }), "crossing");

    // rank: smaller goes first, null is not looked for
    private NetworkPlace? Find(
        FileText word, Func<NetworkPlace, int?> rank, IEnumerable<string> names, string noun)
    {
        if (_byId.TryGetValue(word.Text, out var place) && rank(place) is not null)
        {
            return place;
        }
        var found = (_byName.GetValueOrDefault(Key(word.Text)) ?? []).Where(one => rank(one) is not null)
            .GroupBy(one => rank(one)!.Value).MinBy(group => group.Key)?.ToList() ?? [];
        if (found.Count == 1)
        {
            return found[0];
        }
        if (found.Count > 1)
        {
            _issues.Add(word, $"{word} is the name of {found.Count} places",
                "write " + string.Join(" or ", found.Select(one => $"{one.Id} ({one.EconomyText})")));
            return null;
        }
        _issues.Add(word, $"no {noun} is called '{word}'",
            NearestWord.Find(word.Text, names) is { } near ? $"did you mean {near}?" : "");
        return null;
    }

    private void Add(NetworkPlace place, IEnumerable<string> names)
    {
        _byId[place.Id] = place;
        foreach (var name in names.Append(place.Id).Where(name => name.Length > 0))
        {
            var key = Key(name);
            if (!_byName.TryGetValue(key, out var list))
            {
                _byName[key] = list = [];
            }
            if (!list.Contains(place))
            {
                list.Add(place);
                _names.Add(name);
            }
        }
    }

    private static string Key(string name)
    {
        var key = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                key.Append(char.ToLowerInvariant(letter));
            }
        }
        return key.ToString();
    }
}
