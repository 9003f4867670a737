using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Scenarios;
using Caravan.Scenarios.Sharing;
using Caravan.Trade;
using static Caravan.Tests.Scenarios.Sharing.TinyPackage;

namespace Caravan.Tests.Scenarios.Sharing;

public sealed class OutcomeCacheTests : IDisposable
{
    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

    private readonly TemporaryFolder _folder = new();

    private string Folder => _folder.File("kept");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_again_solves_nothing_and_gives_the_same_bits()
    {
        var options = new ShareOptions { CacheFolder = Folder };
        var (first, second) = (Share(options), Share(options));
        Assert.Equal((0, first.Equilibria), (first.EquilibriaKept, second.EquilibriaKept));
        Assert.Equal(first.Equilibria, second.Equilibria);
        Assert.Equal(first.Values.Select(value => value.Musd), second.Values.Select(value => value.Musd));
        Assert.Equal((first.Iterations, first.Residual), (second.Iterations, second.Residual));
        Assert.Single(Directory.GetFiles(Folder));
    }

    [Fact]
    public void Run_of_something_else_uses_nothing_of_it()
    {
        Share(new ShareOptions { CacheFolder = Folder });
        var options = new ShareOptions
        {
            CacheFolder = Folder,
            Run = new RunOptions { Models = [ModelVariant.MultiSector] },
        };
        Assert.Equal(0, Share(options).EquilibriaKept);
        Assert.Equal(2, Directory.GetFiles(Folder).Length);
        Assert.Equal(0, Share(new ShareOptions { CacheFolder = Folder }, "", Actions[..2]).EquilibriaKept);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(-1)]
    public void Run_passes_over_a_damaged_file_and_says_so(int at)
    {
        var options = new ShareOptions { CacheFolder = Folder };
        var first = Share(options);
        var file = Directory.GetFiles(Folder).Single();
        var bytes = File.ReadAllBytes(file);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        File.WriteAllBytes(file, bytes);
        var second = Share(options);
        Assert.Equal(0, second.EquilibriaKept);
        Assert.Contains(second.Notes, note => note.Contains("is damaged and was passed over"));
        Assert.Equal(first.Values.Select(value => value.Musd), second.Values.Select(value => value.Musd));
        Assert.Equal(first.Equilibria, Share(options).EquilibriaKept);
    }

    [Fact]
    public void Run_goes_on_where_nothing_can_be_kept()
    {
        File.WriteAllText(Folder, "a file where the folder should be");
        var result = Share(new ShareOptions { CacheFolder = Folder });
        Assert.True(result.Converged);
        Assert.Contains(result.Notes, note => note.Contains("could not be kept"));
    }

    [Fact]
    public void Run_that_is_broken_off_goes_on_where_it_stopped()
    {
        // 256 sets of eight actions; the run is cancelled in the second half
        string[] actions =
        [
            .. Enumerable.Range(0, 8).Select(n => FormattableString.Invariant(
                $"{{id: a{n}, lever: ntb, by: {(n % 2 == 0 ? "AAA" : "BBB")}, between: [AAA, BBB], points: -0.{n + 1}pp}}")),
        ];
        using var text = Text(actions);
        var solver = PackageSolver.Prepare(text.Load(), TinyWorld.Create());
        var every = Enumerable.Range(0, 256).Select(set => new Coalition((ulong)set)).ToList();
        using var stop = new CancellationTokenSource();
        var first = new MemberSolver(solver, new OutcomeCache(Folder, s_key, 3));
        var progress = new StopAt(200, stop);
        Assert.ThrowsAny<OperationCanceledException>(() => first.Solve(every, progress, stop.Token));
        var second = new MemberSolver(solver, new OutcomeCache(Folder, s_key, 3));
        Assert.InRange(second.FromCache, 190, 255);
        Assert.True(second.Solve(every, null, CancellationToken.None));
        Assert.Equal(256, second.FromCache + second.Solved);
        var third = new MemberSolver(solver, null);
        third.Solve(every, null, CancellationToken.None);
        Assert.All(every, set => Assert.Equal(third[set].GainsMusd.ToArray(), second[set].GainsMusd.ToArray()));
    }

    [Fact]
    public void Read_gives_what_was_written_and_only_for_its_key()
    {
        var outcomes = ImmutableArray.Create(
            new MemberOutcome(new Coalition(5), SolveStatus.Converged, 9, 1e-11, [1.5, -2, double.Epsilon]),
            new MemberOutcome(new Coalition(1), SolveStatus.Converged, 3, 0, [0, 0, 1]),
            new MemberOutcome(new Coalition(2), SolveStatus.IterationLimit, 3, 0.5, []));
        new OutcomeCache(Folder, s_key, 3).Write(outcomes);
        var read = new OutcomeCache(Folder, s_key, 3).Read();
        Assert.Equal([1UL, 5UL], read.Select(one => one.Actions.Members));
        Assert.Equal(outcomes[0].GainsMusd.ToArray(), read[1].GainsMusd.ToArray());
        Assert.Equal((9, 1e-11), (read[1].Iterations, read[1].Residual));
        Assert.Empty(new OutcomeCache(Folder, [.. s_key.Reverse()], 3).Read());
        var other = new OutcomeCache(Folder, s_key, 2);
        Assert.Empty(other.Read());
        Assert.NotEqual("", other.Note);
        Assert.Empty(new OutcomeCache(_folder.File("none"), s_key, 3).Read());
    }

    private sealed class StopAt(int done, CancellationTokenSource stop) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.Done >= done)
            {
                stop.Cancel();
            }
        }
    }
}
