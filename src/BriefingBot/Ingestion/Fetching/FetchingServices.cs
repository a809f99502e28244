using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BriefingBot.Ingestion;

/// <summary>The way to documents on the web.</summary>
internal static class FetchingServices
{
    public static IServiceCollection AddFetching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<WebOptions, WebOptionsValidator>().Bind(configuration.GetSection(WebOptions.Section));
        services.TryAddSingleton(NetworkCalls.System);
        return services
            .AddSingleton<AllowedTargets>()
            .AddSingleton<ConnectionGuard>()
            .AddSingleton<WebRequests>()
            .AddSingleton<RobotsFiles>()
            .AddSingleton<PoliteGap>()
            .AddSingleton<WebFetch>()
            .AddSingleton(provider => new LinkedFiles(provider.GetRequiredService<WebFetch>()))
            .AddSingleton<KnownPages>()
            .AddSingleton<WebInputs>();
    }
}
