using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Caravan.Reporting;
using Caravan.Scenarios;
using Dapper;

namespace Caravan.Server.Storage;

/// <summary>Keeps scenarios with their results under the hash of their content.</summary>
internal sealed class SavedStore(Database database, TimeProvider clock)
{
    /// <summary>The id under which a result is kept; the same content is kept once.</summary>
    /// <param name="title">Title.</param>
    /// <param name="result">A result that converged.</param>
    /// <param name="json">Its JSON without times, so that it repeats.</param>
    /// <param name="answers">Answers of jobs by their kind as one JSON object; null for none.</param>
    /// <param name="cancellation">Stops before it is written.</param>
    public async Task<string> Save(
        string title, RunResult result, byte[] json, byte[]? answers, CancellationToken cancellation)
    {
        var yaml = result.Scenario.ToYaml();
        var saved = new SavedResult
        {
            Id = IdOf(title, yaml, result.BaselineHash, answers is null ? [json] : [json, answers]),
            Title = title,
            Scenario = yaml,
            Result = Pack(json),
            Answers = answers is null ? null : Pack(answers),
            Version = ProductVersion.Text,
            Baseline = result.BaselineName,
            BaselineHash = result.BaselineHash,
            CreatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        await using var connection = await database.Connect(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO saved (id, title, scenario, result, answers, version, baseline, baseline_hash, created_at)
            VALUES (@Id, @Title, @Scenario, @Result, @Answers, @Version, @Baseline, @BaselineHash, @CreatedAt)
            ON CONFLICT (id) DO NOTHING
            """, saved, cancellationToken: cancellation));
        return saved.Id;
    }

    /// <summary>What is kept under an id, or null.</summary>
    public async Task<SavedResult?> Find(string id, CancellationToken cancellation)
    {
        await using var connection = await database.Connect(cancellation);
        return await connection.QuerySingleOrDefaultAsync<SavedResult>(new CommandDefinition(
            """
            SELECT id AS Id, title AS Title, scenario AS Scenario, result AS Result, answers AS Answers,
                version AS Version, baseline AS Baseline, baseline_hash AS BaselineHash, created_at AS CreatedAt
            FROM saved WHERE id = @id
            """, new { id }, cancellationToken: cancellation));
    }

    public static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(bytes);
        }
        return packed.ToArray();
    }

    public static byte[] Unpack(byte[] packed)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            brotli.CopyTo(bytes);
        }
        return bytes.ToArray();
    }

    private static string IdOf(string title, string yaml, string baselineHash, byte[][] documents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = Encoding.UTF8.GetBytes($"{ProductVersion.Text}\n{baselineHash}\n{title}\n{yaml}\n");
        foreach (var part in (byte[][])[text, .. documents])
        {
            // lengths keep one part from flowing into the next
            hash.AppendData(BitConverter.GetBytes((long)part.Length));
            hash.AppendData(part);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}
