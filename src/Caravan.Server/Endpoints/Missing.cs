using Microsoft.AspNetCore.Http.HttpResults;

namespace Caravan.Server.Endpoints;

/// <summary>The answer to a name or an id that stands for nothing.</summary>
internal static class Missing
{
    public static ProblemHttpResult Problem(string what, IEnumerable<string>? known = null) => TypedResults.Problem(
        title: $"There is no such {what}", statusCode: StatusCodes.Status404NotFound,
        detail: known is null ? null : $"There are: {string.Join(", ", known)}.");
}
