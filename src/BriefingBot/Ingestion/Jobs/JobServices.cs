using BriefingBot.Indexing;
using BriefingBot.State;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Ingestion;

/// <summary>Adds loads as jobs.</summary>
internal static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<JobOptions, JobOptionsValidator>().Bind(configuration.GetSection(JobOptions.Section));
        return services
            .AddSingleton<JobUploads>()
            .AddSingleton(provider => new JobRecords(provider.GetRequiredService<IStateStore>(), provider.GetRequiredService<Leases>(), provider.GetRequiredService<IOptions<JobOptions>>()))
            .AddSingleton(provider => new LoadJobs(
                provider.GetRequiredService<JobRecords>(), provider.GetRequiredService<ArticleIngestor>(), provider.GetRequiredService<IArticleStore>(), provider.GetRequiredService<JobUploads>(), provider.GetRequiredService<TimeProvider>()));
    }
}
