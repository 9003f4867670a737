using System.Collections.Immutable;
using System.Data.Common;
using Dapper;

namespace Caravan.Server.Storage;

/// <summary>The schema, step by step. A step that was published is never changed; new ones are added below.</summary>
internal static class Migrations
{
    // times are milliseconds since 1970 in UTC; BYTES becomes the database's own word
    private static readonly ImmutableArray<string> s_steps =
    [
        """
        CREATE TABLE saved (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            scenario TEXT NOT NULL,
            result BYTES NOT NULL,
            version TEXT NOT NULL,
            baseline TEXT NOT NULL,
            baseline_hash TEXT NOT NULL,
            created_at BIGINT NOT NULL
        );
        CREATE TABLE jobs (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            request TEXT NOT NULL,
            state TEXT NOT NULL,
            done BIGINT NOT NULL,
            total BIGINT NOT NULL,
            result BYTES NULL,
            problem TEXT NULL,
            owner TEXT NULL,
            lease_until BIGINT NOT NULL,
            attempts BIGINT NOT NULL,
            created_at BIGINT NOT NULL,
            ended_at BIGINT NULL
        );
        CREATE INDEX jobs_by_state ON jobs (state, created_at);
        """,
        "ALTER TABLE saved ADD COLUMN answers BYTES NULL",
    ];

    /// <summary>Version of the newest schema.</summary>
    public static int Newest => s_steps.Length;

    /// <summary>Applies the steps that are missing; applying twice changes nothing.</summary>
    /// <exception cref="StorageException">The schema is newer than this program.</exception>
    public static void Apply(Database database, TimeProvider clock)
    {
        using var connection = database.Connect().GetAwaiter().GetResult();
        using var transaction = connection.BeginTransaction();
        if (database.IsPostgres)
        {
            // two servers that start together take turns; the number is arbitrary and ours
            connection.Execute("SELECT pg_advisory_xact_lock(5080202601)", transaction: transaction);
        }
        connection.Execute(
            "CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT PRIMARY KEY, applied_at BIGINT NOT NULL)",
            transaction: transaction);
        var applied = connection.ExecuteScalar<long>(
            "SELECT COALESCE(MAX(version), 0) FROM schema_versions", transaction: transaction);
        if (applied > Newest)
        {
            throw new StorageException(
                $"the database has schema {applied}, this program knows {Newest}; use a newer Caravan");
        }
        for (var step = (int)applied; step < Newest; step++)
        {
            Apply(connection, transaction, s_steps[step].Replace("BYTES", database.IsPostgres ? "BYTEA" : "BLOB",
                StringComparison.Ordinal), step + 1, clock);
        }
        transaction.Commit();
    }

    private static void Apply(
        DbConnection connection, DbTransaction transaction, string step, int version, TimeProvider clock)
    {
        connection.Execute(step, transaction: transaction);
        connection.Execute("INSERT INTO schema_versions (version, applied_at) VALUES (@version, @now)",
            new { version = (long)version, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }, transaction);
    }
}
