using System.Security.Cryptography;
using Dapper;

namespace Caravan.Server.Storage;

/// <summary>
/// Keeps jobs. A server that works on one renews a lease; when the lease runs out, because the server died, another or
/// the next one takes the job over.
/// </summary>
internal sealed class JobStore(Database database, TimeProvider clock)
{
    /// <summary>How long a server may be silent before its job is taken over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private const string Columns = "id AS Id, kind AS Kind, request AS Request, state AS State, done AS Done, "
        + "total AS Total, result AS Result, problem AS Problem, attempts AS Attempts";

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The id of a new job.</summary>
    public async Task<string> Create(string kind, string request, CancellationToken cancellation)
    {
        // nobody can guess it, so only who started a job can look at it
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        await Execute(
            """
            INSERT INTO jobs (id, kind, request, state, done, total, lease_until, attempts, created_at)
            VALUES (@id, @kind, @request, 'queued', 0, 0, 0, 0, @now)
            """, new { id, kind, request, now = Now }, cancellation);
        return id;
    }

    /// <summary>A job, or null.</summary>
    public async Task<StoredJob?> Find(string id, CancellationToken cancellation)
    {
        await using var connection = await database.Connect(cancellation);
        return await connection.QuerySingleOrDefaultAsync<StoredJob>(new CommandDefinition(
            $"SELECT {Columns} FROM jobs WHERE id = @id", new { id }, cancellationToken: cancellation));
    }

    /// <summary>How many jobs are not at an end.</summary>
    public async Task<long> CountUnfinished(CancellationToken cancellation)
    {
        await using var connection = await database.Connect(cancellation);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT COUNT(*) FROM jobs WHERE state IN ('queued', 'running')", cancellationToken: cancellation));
    }

    /// <summary>The oldest job that nobody works on, now taken by <paramref name="owner"/>; null where there is none.
    /// </summary>
    public async Task<StoredJob?> Claim(string owner, CancellationToken cancellation)
    {
        var skip = database.IsPostgres ? "FOR UPDATE SKIP LOCKED" : "";
        await using var connection = await database.Connect(cancellation);
        return await connection.QuerySingleOrDefaultAsync<StoredJob>(new CommandDefinition(
            $"""
            UPDATE jobs SET state = 'running', owner = @owner, lease_until = @until, attempts = attempts + 1,
                done = 0, total = 0
            WHERE id = (
                SELECT id FROM jobs WHERE state = 'queued' OR (state = 'running' AND lease_until < @now)
                ORDER BY created_at, id LIMIT 1 {skip})
            RETURNING {Columns}
            """, new { owner, now = Now, until = Now + (long)Lease.TotalMilliseconds }, cancellationToken: cancellation));
    }

    /// <summary>Tells how far a job has come and renews its lease; false where it is the owner's no more.</summary>
    public async Task<bool> Renew(string id, string owner, int done, int total, CancellationToken cancellation) =>
        await Execute(
            """
            UPDATE jobs SET done = @done, total = @total, lease_until = @until
            WHERE id = @id AND owner = @owner AND state = 'running'
            """,
            new { id, owner, done = (long)done, total = (long)total, until = Now + (long)Lease.TotalMilliseconds },
            cancellation) == 1;

    /// <summary>Ends a job that the owner still has.</summary>
    public Task Finish(
        string id, string owner, string state, byte[]? result, string? problem, CancellationToken cancellation) => Execute(
            """
            UPDATE jobs SET state = @state, result = @result, problem = @problem, ended_at = @now, owner = NULL,
                done = CASE WHEN @state = 'done' THEN total ELSE done END
            WHERE id = @id AND owner = @owner AND state = 'running'
            """, new { id, owner, state, result, problem, now = Now }, cancellation);

    /// <summary>Gives back what the owner was working on, for whoever comes next.</summary>
    public Task Release(string owner, CancellationToken cancellation) => Execute(
        """
        UPDATE jobs SET state = 'queued', owner = NULL, attempts = attempts - 1
        WHERE owner = @owner AND state = 'running'
        """, new { owner }, cancellation);

    /// <summary>Cancels a job unless it is at an end.</summary>
    public Task Cancel(string id, CancellationToken cancellation) => Execute(
        """
        UPDATE jobs SET state = 'cancelled', owner = NULL, ended_at = @now
        WHERE id = @id AND state IN ('queued', 'running')
        """, new { id, now = Now }, cancellation);

    private async Task<int> Execute(string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await database.Connect(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellation));
    }
}
