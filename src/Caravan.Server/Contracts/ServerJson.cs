using System.Text.Json;
using System.Text.Json.Serialization;

namespace Caravan.Server.Contracts;

/// <summary>How contracts are written as JSON: snake case, nothing left out, unknown and double keys refused.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BaselineContract[]))]
[JsonSerializable(typeof(EconomyContract[]))]
[JsonSerializable(typeof(SectorContract[]))]
[JsonSerializable(typeof(PackContract[]))]
[JsonSerializable(typeof(LeverContract[]))]
[JsonSerializable(typeof(CheckAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(IssueContract[]))]
[JsonSerializable(typeof(ScenarioRequest))]
[JsonSerializable(typeof(SolveRequest))]
[JsonSerializable(typeof(CompareRequest))]
[JsonSerializable(typeof(BundleRequest))]
[JsonSerializable(typeof(RouteQuestion))]
[JsonSerializable(typeof(SaveRequest))]
[JsonSerializable(typeof(SavedAnswer))]
[JsonSerializable(typeof(AnalysisRequest))]
[JsonSerializable(typeof(JobRequest))]
[JsonSerializable(typeof(JobAnswer))]
internal sealed partial class ServerJson : JsonSerializerContext
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 32;
        options.TypeInfoResolverChain.Insert(0, Default);
    }
}
