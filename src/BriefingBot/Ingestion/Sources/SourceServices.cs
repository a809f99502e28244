using BriefingBot.State;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Ingestion;

/// <summary>Adds the watched sources.</summary>
internal static class SourceServices
{
    public static IServiceCollection AddSources(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<SourcesOptions, SourcesOptionsRules>().Bind(configuration.GetSection(SourcesOptions.Section));
        return services.AddSingleton(provider => new WatchedSources(
            provider.GetRequiredService<IOptions<SourcesOptions>>(), provider.GetRequiredService<IStateStore>(), provider.GetRequiredService<Leases>(), provider.GetRequiredService<LoadJobs>(), provider.GetRequiredService<TimeProvider>()));
    }
}
