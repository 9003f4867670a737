using Caravan.Data.Transport;

namespace Caravan.Data.Loading;

/// <content>Projects, rates and times.</content>
internal sealed partial class NetworkCheck
{
    private static bool IsLink(ProjectEffect effect) => effect.Kind is "build" or "upgrade";

    private void CheckProjects()
    {
        var existing = new HashSet<(string, string, TransportMode)>();
        var ofProject = new HashSet<(string, string, TransportMode, string)>();
        foreach (var link in _tables.Links)
        {
            existing.Add((link.From, link.To, link.Mode));
            existing.Add((link.To, link.From, link.Mode));
            ofProject.Add((link.From, link.To, link.Mode, link.Project));
            ofProject.Add((link.To, link.From, link.Mode, link.Project));
        }
        var built = _tables.Links.Select(link => link.Project).Concat(_tables.Places.Select(place => place.Project))
            .ToHashSet();
        for (var at = 0; at < _tables.Projects.Length; at++)
        {
            var (project, origin) = (_tables.Projects[at], _rows.ProjectOrigins[at]);
            if (project.Effects.IsEmpty && !built.Contains(project.Id))
            {
                if (project.Status == LinkStatus.Existing)
                {
                    _builtIn.Add(project.Id);
                    continue;
                }
                _warnings.Add(origin.File, origin.Line, "idle:" + project.Id,
                    $"project {project.Id} changes nothing in the network",
                    "give a link its name, or say in project_links.csv what it changes");
            }
            if (project.StartYear > 0 && project.EndYear > 0 && project.EndYear < project.StartYear)
            {
                Error(origin, "years:" + project.Id,
                    $"{project.Id} ends in {project.EndYear} and begins in {project.StartYear}", "");
            }
            foreach (var effect in project.Effects)
            {
                CheckEffect(project, effect, existing, ofProject);
            }
        }
    }

    private void CheckEffect(
        TransportProject project, ProjectEffect effect, HashSet<(string, string, TransportMode)> existing,
        HashSet<(string, string, TransportMode, string)> ofProject)
    {
        var origin = _rows.EffectOrigins[effect];
        var way = $"{effect.From} - {effect.To}";
        if (IsLink(effect) == (effect.To.Length == 0))
        {
            Error(origin, "to:" + way, IsLink(effect) ? $"the link from {effect.From} has no other end"
                : $"a {effect.Kind} has one place and not {way}", "");
            return;
        }
        var before = effect.Kind.EndsWith("-before", StringComparison.Ordinal);
        if (before != (project.Status == LinkStatus.Existing))
        {
            Error(origin, "kind:" + way, before
                ? $"{project.Id} is not completed, so nothing was before it"
                : $"{project.Id} is completed, so its {effect.Kind} is in the tables already",
                before ? "give what it changes" : "give border-before or port-before, or remove this row");
        }
        switch (effect.Kind)
        {
            case "build":
                CheckEconomies(effect.From, effect.To, origin);
                if (!(effect.Km > 0))
                {
                    Error(origin, "km:" + way, $"the new link {way} has no length", "give km");
                }
                else
                {
                    CheckLength(effect.From, effect.To, effect.Km, effect.Mode, origin);
                }
                if (effect.Mode == TransportMode.Rail && effect.GaugeMm == 0)
                {
                    Error(origin, "gauge:" + way, $"the new railway {way} has no gauge", "give gauge_mm");
                }
                if (ofProject.Contains((effect.From, effect.To, effect.Mode, project.Id)))
                {
                    Error(origin, "twice:" + way, $"the link {way} of {project.Id} stands among the links already",
                        "remove this row");
                }
                break;
            case "upgrade" when !existing.Contains((effect.From, effect.To, effect.Mode)):
                Error(origin, "upgrade:" + way, $"there is no {effect.Mode} link {way} to upgrade", "name a link");
                break;
            case "upgrade" when effect.SpeedKmh == 0:
                Error(origin, "speed:" + way, $"the upgrade of {way} has no speed", "give speed_kmh");
                break;
            case "border" or "border-before" when !_crossings.ContainsKey(effect.From):
                Error(origin, "border:" + way, $"{effect.From} is no border crossing", "name one of crossings.csv");
                break;
            case "port" or "port-before"
                when !_places.TryGetValue(effect.From, out var port) || port.Kind != PlaceKind.Port:
                Error(origin, "port:" + way, $"{effect.From} is no port", "name one of ports.csv");
                break;
        }
    }

    private void CheckRates()
    {
        foreach (var mode in Enum.GetValues<TransportMode>())
        {
            if (!_tables.Rates.Any(rate => rate.Mode == mode && rate.Area == TransportTables.World))
            {
                Error(new(NetworkSchema.Modes.FileName, 0), "world:" + mode, $"{mode} has no rate for the world", "");
            }
        }
        foreach (var area in _tables.RateAreas.Values.Distinct().Order(StringComparer.Ordinal))
        {
            if (!_tables.Rates.Any(rate => rate.Area == area))
            {
                var nearest = NearestWord.Find(area, _tables.Rates.Select(rate => rate.Area).Distinct());
                Error(new(NetworkSchema.RateAreas.FileName, 0), "area:" + area, $"no mode has rates for area {area}",
                    nearest is null ? "" : $"did you mean {nearest}?");
            }
        }
        foreach (var sector in _baseline.Sectors.Where(sector => !sector.IsService))
        {
            if (!_tables.SectorTimes.Any(time => time.Sector == sector.Code))
            {
                Error(new(NetworkSchema.SectorTime.FileName, 0), "sector:" + sector.Code,
                    $"there is no row for {sector.Code}", "add the row");
            }
        }
        CheckModeShares();
        CheckTransshipment();
        foreach (var passage in _tables.Passages.Where(passage => Position(passage.Id) is not null))
        {
            Error(new(NetworkSchema.Passages.FileName, 0), "id:" + passage.Id,
                $"{passage.Id} is also a place or a crossing, so that closing it closes both", "rename the place");
        }
        var passed = _tables.Links.Select(link => link.Passage).ToHashSet();
        foreach (var passage in _tables.Passages.Where(passage => !passed.Contains(passage.Id)))
        {
            Error(new(NetworkSchema.Passages.FileName, 0), "passage:" + passage.Id,
                $"no shipping lane leads through {passage.Id}", "name it in sea_links.csv, or remove it");
        }
    }

    private void CheckModeShares()
    {
        var areas = _tables.RateAreas.Values.Append(TransportTables.World).ToHashSet();
        for (var at = 0; at < _tables.ModeShares.Length; at++)
        {
            var (share, origin) = (_tables.ModeShares[at], _rows.ShareOrigins[at]);
            foreach (var area in new[] { share.FromArea, share.ToArea }.Where(area => !areas.Contains(area)))
            {
                var nearest = NearestWord.Find(area, areas);
                Error(origin, "area:" + area, $"no economy of rate_areas.csv lies in area {area}",
                    nearest is null ? "give one of " + string.Join(", ", areas.Order(StringComparer.Ordinal))
                        : $"did you mean {nearest}?");
            }
            if (share is { Land: <= 1, Air: <= 1 } && share.Land + share.Air > 1)
            {
                Error(origin, $"sum:{share.FromArea}:{share.ToArea}",
                    $"land and air together carry {100 * (share.Land + share.Air):0.##} % of the goods", "give at most 100 %");
            }
        }
    }

    // Every two layers that may meet at a place need a change, once, because it is the same both ways.
    private void CheckTransshipment()
    {
        string[] layers =
        [
            "road", "sea", "ferry",
            .. _tables.Links.Where(link => link.GaugeMm > 0).Select(link => $"rail-{link.GaugeMm}").Distinct(),
        ];
        var file = NetworkSchema.Transshipment.FileName;
        var known = new HashSet<(string, string)>();
        foreach (var change in _tables.Transshipments)
        {
            if (known.Contains((change.To, change.From)))
            {
                Error(new(file, 0), $"twice:{change.From}:{change.To}",
                    $"{change.From} to {change.To} is given both ways", "give it once; it is the same both ways");
            }
            known.Add((change.From, change.To));
        }
        for (var a = 0; a < layers.Length; a++)
        {
            for (var b = a + 1; b < layers.Length; b++)
            {
                if (!known.Contains((layers[a], layers[b])) && !known.Contains((layers[b], layers[a])))
                {
                    Error(new(file, 0), $"missing:{layers[a]}:{layers[b]}",
                        $"there is no row for {layers[a]} to {layers[b]}", "add the row");
                }
            }
        }
    }
}
