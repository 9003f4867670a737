using System.Data.Common;
using Caravan.Server.Hosting;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Caravan.Server.Storage;

/// <summary>Where scenarios, results and jobs are kept: a SQLite file, or PostgreSQL for several servers.</summary>
internal sealed class Database : IDisposable
{
    private readonly DbDataSource? _postgres;
    private readonly string? _sqlite;

    private Database(DbDataSource? postgres, string? sqlite) => (_postgres, _sqlite) = (postgres, sqlite);

    /// <summary>True for PostgreSQL.</summary>
    public bool IsPostgres => _postgres is not null;

    /// <summary>The database that the options name, with the newest schema.</summary>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public static Database Open(ServeOptions options)
    {
        try
        {
            var database = options.Database is { } text ? OfPostgres(text) : OfFile(options.DataFolder ?? UserFolder());
            Migrations.Apply(database, options.Clock);
            return database;
        }
        catch (Exception trouble) when (trouble is DbException or IOException or UnauthorizedAccessException
            or ArgumentException or InvalidOperationException)
        {
            // what Npgsql says names neither user nor password
            var place = options.Database is null ? $"the folder {options.DataFolder ?? UserFolder()}" : "PostgreSQL";
            throw new StorageException($"the database in {place} cannot be opened: {trouble.Message}", trouble);
        }
    }

    /// <summary>An open connection.</summary>
    public async Task<DbConnection> Connect(CancellationToken cancellation = default)
    {
        if (_postgres is not null)
        {
            return await _postgres.OpenConnectionAsync(cancellation);
        }
        var connection = new SqliteConnection(_sqlite);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    /// <summary>True where a question is answered.</summary>
    public async Task<bool> CanBeReached(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await Connect(cancellation);
            return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM schema_versions") > 0;
        }
        catch (DbException)
        {
            return false;
        }
    }

    public void Dispose() => _postgres?.Dispose();

    private static Database OfPostgres(string text) => new(NpgsqlDataSource.Create(text), null);

    private static Database OfFile(string folder)
    {
        Directory.CreateDirectory(folder);
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "caravan.db"),
            DefaultTimeout = 10,
            ForeignKeys = true,
        }.ToString();
        using var connection = new SqliteConnection(text);
        connection.Open();
        // readers do not wait for the writer, and a crash leaves the last whole state
        connection.Execute("PRAGMA journal_mode = WAL");
        return new Database(null, text);
    }

    /// <summary>The user's own folder for data of this program.</summary>
    public static string UserFolder() => Path.Combine(
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "caravan");
}
