using System.Collections.Immutable;
using System.Text;
using Caravan.Data;
using Caravan.Data.Transport;

namespace Caravan.Scenarios.Routes;

/// <summary>
/// Finds places, passages and crossings by id, name or other spelling. Case, accents, spaces and hyphens do not count.
/// </summary>
internal sealed class PlaceNames
{
    private const int Offered = 3;

    private readonly TransportTables _tables;
    private readonly Dictionary<string, List<Place>> _places = [];
    private readonly HashSet<string> _ids;

    public PlaceNames(TransportTables tables)
    {
        _tables = tables;
        var known = tables.Places.Where(place => place.Kind != PlaceKind.Sea).ToArray();
        _ids = [.. known.Select(place => place.Id)];
        foreach (var place in known)
        {
            foreach (var spelling in place.Aliases.Prepend(place.Name).Append(place.Id).Select(Plain).Distinct())
            {
                if (!_places.TryGetValue(spelling, out var bearers))
                {
                    _places[spelling] = bearers = [];
                }
                bearers.Add(place);
            }
        }
    }

    /// <summary>The place meant, or null with an issue. A city goes before a port, a port before a junction.</summary>
    public Place? Find(string word, string argument, List<InputIssue> issues)
    {
        var bearers = Bearers(word);
        if (bearers.Length == 1)
        {
            return bearers[0];
        }
        issues.Add(bearers.Length > 1
            ? new InputIssue(argument, 0, $"{word} may be {string.Join(" or ", bearers.Select(Show))}", "give the id")
            : new InputIssue(argument, 0, $"no place is called {word}", Suggest(word)));
        return null;
    }

    /// <summary>Ids that a word to avoid stands for; empty with an issue where it stands for none.</summary>
    public IEnumerable<string> ToAvoid(string word, List<InputIssue> issues)
    {
        var plain = Plain(word);
        var named = _tables.Passages.Where(passage => Plain(passage.Id) == plain || Plain(passage.Name) == plain)
            .Select(passage => passage.Id)
            .Concat(_tables.Crossings.Where(crossing => Plain(crossing.Id) == plain || Plain(crossing.Name) == plain)
                .Select(crossing => crossing.Id))
            .ToArray();
        if (named.Length > 0)
        {
            return named;
        }
        var economy = word.ToUpperInvariant();
        var crossings = _tables.Crossings
            .Where(crossing => crossing.EconomyA == economy || crossing.EconomyB == economy)
            .Select(crossing => crossing.Id);
        var ports = _tables.Places.Where(place => place.Kind == PlaceKind.Port && place.Economy == economy)
            .Select(place => place.Id);
        var doors = crossings.Concat(ports).ToArray();
        if (doors.Length > 0)
        {
            return doors;
        }
        var bearers = Bearers(word);
        if (bearers.Length == 1)
        {
            return [bearers[0].Id];
        }
        var passages = _tables.Passages.Select(passage => passage.Id).ToArray();
        issues.Add(bearers.Length > 1
            ? new InputIssue("--avoid", 0, $"{word} may be {string.Join(" or ", bearers.Select(Show))}", "give the id")
            : new InputIssue(
                "--avoid", 0, $"no passage, crossing, place or economy is called {word}; passages are "
                    + string.Join(", ", passages),
                NearestWord.Find(word, passages) is { } passage ? $"did you mean {passage}?" : Suggest(word)));
        return [];
    }

    private ImmutableArray<Place> Bearers(string word)
    {
        if (_ids.Contains(word))
        {
            return [_tables.Places.First(place => place.Id == word)];
        }
        if (!_places.TryGetValue(Plain(word), out var bearers))
        {
            return [];
        }
        var kind = bearers.Min(place => place.Kind);
        return [.. bearers.Where(place => place.Kind == kind)];
    }

    private string Suggest(string word)
    {
        var left = _places.Keys.ToHashSet();
        var near = new List<Place>();
        while (near.Count < Offered
            && NearestWord.Find(Plain(word), left.Order(StringComparer.Ordinal)) is { } spelling)
        {
            left.Remove(spelling);
            near.AddRange(_places[spelling].OrderBy(place => place.Kind).Take(1).Except(near));
        }
        return near.Count == 0 ? "" : $"did you mean {string.Join(" or ", near.Select(Show))}?";
    }

    private static string Show(Place place) => Plain(place.Name) == Plain(place.Id)
        ? $"{place.Name} ({place.Economy})"
        : $"{place.Id} ({place.Name}, {place.Economy})";

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(Latin(char.ToLowerInvariant(letter)));
            }
        }
        return plain.ToString();
    }

    // letters that are written with a stroke or joined, and so have no accent that could be taken off
    private static string Latin(char letter) => letter switch
    {
        'ł' => "l",
        'ø' => "o",
        'đ' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        _ => letter.ToString(),
    };
}
