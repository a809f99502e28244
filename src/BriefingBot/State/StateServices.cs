using BriefingBot.Diagnosis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.State;

/// <summary>The one state store, of which the configuration chooses the place: Redis where a connection string names it, else a file beside the articles'.</summary>
internal static class StateServices
{
    /// <summary>Its section of the configuration; the file's folder is in <c>Storage</c>.</summary>
    public static readonly (string Section, Type Options)[] Sections = [(RedisOptions.Section, typeof(RedisOptions))];

    public static IServiceCollection AddState(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<RedisOptions, RedisOptionsValidator>().Bind(configuration.GetSection(RedisOptions.Section));
        return services
            .AddSingleton<SqliteStateStore>()
            .AddSingleton<RedisConnection>()
            .AddSingleton<RedisStateStore>()
            .AddSingleton<IStateStore>(provider => IsRedis(provider) ? provider.GetRequiredService<RedisStateStore>() : provider.GetRequiredService<SqliteStateStore>())
            .AddSingleton<Leases>()
            .AddSingleton(FeedbackRecords.Kind)
            .AddSingleton<FeedbackRecords>()
            .AddSingleton(WatchRecords.Kind)
            .AddSingleton<WatchRecords>()
            .AddSingleton<ForgetPerson>();
    }

    /// <summary>Looks at the store, and writes nothing.</summary>
    public static ExaminedPart ExaminedState(this IServiceProvider services, TimeSpan limit) => new(
        "state",
        limit,
        cancellation => IsRedis(services)
            ? RedisStateExamination.ExamineAsync(services.GetRequiredService<RedisConnection>(), cancellation)
            : Task.FromResult(SqliteStateExamination.Examine(services.GetRequiredService<SqliteStateStore>().File)));

    private static bool IsRedis(IServiceProvider provider) => provider.GetRequiredService<IOptions<RedisOptions>>().Value.IsUsed;
}
