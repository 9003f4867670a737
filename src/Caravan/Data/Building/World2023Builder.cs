namespace Caravan.Data.Building;

/// <summary>
/// Computes the baseline <c>world-2023</c> from the raw sources: goods trade by pair is data, everything by sector is
/// an estimate by the method of <c>docs/data.md</c>. The same sources give the same numbers, bit for bit.
/// </summary>
public static class World2023Builder
{
    /// <summary>Builds the baseline.</summary>
    /// <param name="sourcesFolder">The folder that holds <c>baci2023</c>, <c>icio2020</c> and the others.</param>
    /// <param name="progress">Told one line a step; may be null.</param>
    /// <exception cref="InputException">A source is missing or does not say what it should; all problems at once.
    /// </exception>
    public static Baseline Build(string sourcesFolder, Action<string>? progress = null) =>
        BuildWithReport(sourcesFolder, progress).Baseline;

    /// <summary>Builds the baseline and says how well its estimates do.</summary>
    /// <inheritdoc cref="Build"/>
    public static BuildReport BuildWithReport(string sourcesFolder, Action<string>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(sourcesFolder);
        var tell = progress ?? (_ => { });
        var sources = new SourceFolder(sourcesFolder);
        sources.Require(RawData.Files);

        tell("reading sources");
        var raw = RawData.Read(sources);
        var icio = IcioTable.Read(sources);
        var wiod = WiodTable.Read(sources);
        var world = World.Assemble(raw, sources);
        var sets = EconomySets.Read(world.List);

        tell("estimating behaviour from WIOD 2011");
        var behaviour = TradeBehaviour.Estimate(wiod, WiodDistances.Of(wiod, raw));

        tell("estimating exports, technologies, tariffs and services");
        var exports = ExportComposition.Estimate(world, raw);
        var (technologies, notes) = ProductionTechnologies.Find(world, icio, exports);
        var margins = ServicesMargins.Estimate(world, raw, icio, wiod);
        var tariffs = TariffSchedule.Build(world, raw, sets, margins.UnrecordedReExports);
        var services = ServicesTrade.Estimate(world, raw, wiod, margins, behaviour.ServicesDecay);

        tell("settling trade by sector and the accounts");
        var accounts = WorldAccounts.Settle(
            world, technologies, exports, behaviour, services, tariffs, margins, tell);
        var (elasticities, tau) = Elasticities.Build(raw);
        var baseline = BaselineAssembly.Assemble(world, accounts, tariffs, notes, sets, elasticities);

        tell("checking against WIOD 2011");
        return new(
            baseline,
            new(world, behaviour, accounts, tariffs, margins, tau),
            HoldOut.Method(wiod, WiodDistances.Of(wiod, raw)),
            HoldOut.Baseline(wiod, baseline),
            HomeShareComparison.Of(wiod, baseline));
    }
}
