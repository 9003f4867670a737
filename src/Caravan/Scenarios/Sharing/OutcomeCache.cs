using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Caravan.Cooperation;
using Caravan.Data.Loading;
using Caravan.Trade;

namespace Caravan.Scenarios.Sharing;

/// <summary>
/// Equilibria of the parts of a package in a file whose name is the hash of all they depend on. The file ends with its own
/// hash; one that was cut off or changed is passed over, and nothing that goes wrong with it stops a run.
/// </summary>
internal sealed class OutcomeCache
{
    // eight bytes that begin the file; the number goes up with its layout
    private const string Mark = "CRVNSHR2";

    private readonly string _folder;
    private readonly string _name;
    private readonly byte[] _key;
    private readonly int _members;

    /// <param name="folder">Where the file is kept; made when it is first written.</param>
    /// <param name="key">SHA-256 of all that the outcomes depend on.</param>
    /// <param name="members">How many members each outcome has.</param>
    public OutcomeCache(string folder, byte[] key, int members)
    {
        (_folder, _key, _members) = (folder, key, members);
        _name = $"share-{Convert.ToHexStringLower(key.AsSpan(0, 16))}.bin";
    }

    /// <summary>What a person should know: that the file could not be used, or not be written; empty where all is well.
    /// </summary>
    public string Note { get; private set; } = "";

    private string File => Path.Combine(_folder, _name);

    /// <summary>The hash of a scenario with its options, its baseline, the solver's tolerance and this program.</summary>
    public static byte[] KeyOf(Scenario scenario, string baselineHash, double tolerance, bool beforeCosts)
    {
        var program = typeof(OutcomeCache).Assembly.ManifestModule.ModuleVersionId;
        var text = FormattableString.Invariant($"{Mark}\n{program}\n{baselineHash}\n{tolerance:R}\n{beforeCosts}\n")
            + scenario.ToYaml();
        return SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The outcomes in the file; none where there is no file or it cannot be used.</summary>
    public ImmutableArray<MemberOutcome> Read()
    {
        try
        {
            if (!System.IO.File.Exists(File))
            {
                return [];
            }
            var bytes = System.IO.File.ReadAllBytes(File);
            if (bytes.Length > SHA256.HashSizeInBytes && Parse(bytes) is { IsDefault: false } outcomes)
            {
                return outcomes;
            }
            Note = $"{File} is damaged and was passed over";
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            Note = $"{File} could not be read: {trouble.Message}";
        }
        return [];
    }

    /// <summary>Replaces the file; only outcomes that converged are kept.</summary>
    public void Write(IEnumerable<MemberOutcome> outcomes)
    {
        var kept = outcomes.Where(one => one.Status == SolveStatus.Converged)
            .OrderBy(one => one.Actions.Members).ToImmutableArray();
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.ASCII, leaveOpen: true))
        {
            writer.Write(Encoding.ASCII.GetBytes(Mark));
            writer.Write(_key);
            writer.Write(_members);
            writer.Write(kept.Length);
            foreach (var outcome in kept)
            {
                writer.Write((ulong)(outcome.Actions.Members >> 64));
                writer.Write((ulong)outcome.Actions.Members);
                writer.Write(outcome.Iterations);
                writer.Write(outcome.Residual);
                foreach (var gain in outcome.GainsMusd)
                {
                    writer.Write(gain);
                }
            }
        }
        memory.Write(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
        try
        {
            using var files = new WriteBeside(_folder);
            using (var file = files.Create(_name))
            {
                memory.WriteTo(file);
            }
            files.Commit();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            Note = $"equilibria could not be kept in {_folder}: {trouble.Message}";
        }
    }

    private ImmutableArray<MemberOutcome> Parse(byte[] bytes)
    {
        var content = bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)))
        {
            return default;
        }
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, content.Length));
        var head = reader.ReadBytes(Mark.Length + _key.Length);
        var isOurs = head.AsSpan().SequenceEqual([.. Encoding.ASCII.GetBytes(Mark), .. _key]);
        if (!isOurs || reader.ReadInt32() != _members)
        {
            return default;
        }
        var outcomes = ImmutableArray.CreateBuilder<MemberOutcome>(reader.ReadInt32());
        while (outcomes.Count < outcomes.Capacity)
        {
            var (actions, iterations, residual) =
                (new Coalition(new UInt128(reader.ReadUInt64(), reader.ReadUInt64())), reader.ReadInt32(), reader.ReadDouble());
            var gains = new double[_members];
            for (var member = 0; member < gains.Length; member++)
            {
                gains[member] = reader.ReadDouble();
            }
            outcomes.Add(new MemberOutcome(actions, SolveStatus.Converged, iterations, residual, [.. gains]));
        }
        return outcomes.MoveToImmutable();
    }
}
