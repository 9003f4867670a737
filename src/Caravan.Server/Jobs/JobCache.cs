using Caravan.Server.Hosting;
using Caravan.Server.Storage;

namespace Caravan.Server.Jobs;

/// <summary>Folder in which jobs keep what they solved, so that one that was broken off goes on from there.</summary>
internal sealed class JobCache(ServeOptions options)
{
    public string Folder { get; } = Path.Combine(options.DataFolder ?? Database.UserFolder(), "cache");
}
