namespace Caravan.Tests.Server;

/// <summary>A test that needs PostgreSQL and counts as skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.SkipReason;
}
