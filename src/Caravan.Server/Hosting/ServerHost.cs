using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Caravan.Reporting;
using Caravan.Server.Contracts;
using Caravan.Server.Endpoints;
using Caravan.Server.Jobs;
using Caravan.Server.Solving;
using Caravan.Server.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace Caravan.Server.Hosting;

/// <summary>Puts the server together and runs it.</summary>
internal static class ServerHost
{
    /// <summary>Serves until it is stopped: 0 for a clean end, 3 where port or database cannot be had.</summary>
    public static async Task<int> RunAsync(ServeOptions options, TextWriter output, TextWriter error)
    {
        try
        {
            await using var app = Build(options);
            await app.StartAsync();
            var address = AddressOf(app.Services.GetRequiredService<IServer>());
            await output.WriteLineAsync($"Caravan {ProductVersion.Text} serves {address} (Ctrl-C stops it)");
            await output.FlushAsync();
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (IOException trouble) when (trouble.InnerException is SocketException or AddressInUseException)
        {
            await error.WriteLineAsync($"caravan: port {options.Port} of {options.Host} is taken or may not be used; "
                + "name another with --port, or 0 for a free one");
            return 3;
        }
        catch (SocketException trouble)
        {
            await error.WriteLineAsync(
                $"caravan: cannot listen on {options.Host}, port {options.Port}: {trouble.Message}");
            return 3;
        }
        catch (StorageException trouble)
        {
            await error.WriteLineAsync($"caravan: {trouble.Message}");
            return 3;
        }
    }

    /// <summary>The server, not yet started.</summary>
    public static WebApplication Build(ServeOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        // nothing from files or variables beside ours: what is asked for is in the arguments
        builder.Configuration.Sources.Clear();
        ServerLog.Add(builder.Logging, options.JsonLog);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Limits.BodyBytes;
            kestrel.Limits.MaxConcurrentConnections = options.Limits.Connections;
            kestrel.Limits.MaxRequestLineSize = 8 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));
            kestrel.Listen(options.Host, options.Port);
        });
        AddServices(builder.Services, options);
        var app = builder.Build();
        app.Services.GetRequiredService<SolveGate>().ReserveThreads();
        Use(app, options);
        Map(app);
        return app;
    }

    /// <summary>Where a started server listens, with the port that it took.</summary>
    public static Uri AddressOf(IServer server)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Uri(addresses.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
    }

    private static void AddServices(IServiceCollection services, ServeOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Limits);
        services.AddSingleton(options.Clock);
        services.AddSingleton<ServerMetrics>();
        services.AddSingleton<Worlds>();
        services.AddSingleton<SolveGate>();
        services.AddSingleton<Solver>();
        services.AddSingleton<ScenarioReader>();
        services.AddSingleton<Documents>();
        services.AddSingleton(_ => WebReport.Of(options.WebFolder));
        services.AddSingleton(_ => Database.Open(options));
        services.AddSingleton<SavedStore>();
        services.AddSingleton<JobStore>();
        services.AddSingleton<Analyses>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<JobCache>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.AddSingleton<WarmUp>();
        services.AddHostedService(provider => provider.GetRequiredService<WarmUp>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Limits.SolveTime);
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemAnswers.Explain);
        services.AddExceptionHandler<ProblemAnswers>();
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => ServerJson.Configure(json.SerializerOptions));
        services.AddApiDescription();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/geo+json",
                "application/problem+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        // a page elsewhere that lets its own name point to this machine gets no answer
        services.AddHostFiltering(hosts =>
        {
            hosts.AllowedHosts = IPAddress.IsLoopback(options.Host) ? ["localhost", "127.0.0.1", "[::1]"] : ["*"];
            hosts.IncludeFailureMessage = false;
        });
    }

    private static void Use(WebApplication app, ServeOptions options)
    {
        app.UseMiddleware<RequestRecord>();
        app.UseMiddleware<HeadRequests>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseHostFiltering();
        app.UseResponseCompression();
        WebPage.Use(app, options.WebFolder);
        app.UseRouting();
    }

    private static void Map(WebApplication app)
    {
        app.MapHealth();
        app.MapApiDescription();
        var api = app.MapGroup("/api/v1");
        api.MapBaselines();
        api.MapPacks();
        api.MapLevers();
        api.MapNetwork();
        api.MapScenarios();
        api.MapAnalyses();
        api.MapRoutes();
        api.MapSaved();
        api.MapJobs();
        WebPage.MapFallback(app);
    }
}
