namespace Caravan.Tests;

/// <summary>A test that needs the optional folder ../shared and counts as skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (!Repository.HasShared)
        {
            Skip = "the optional folder ../shared is not here";
        }
    }
}
