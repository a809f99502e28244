using BriefingBot.State;

namespace BriefingBot.Web.Bot;

internal static class LoadServices
{
    /// <summary>Adds what makes loads of files that admins drop on the bot.</summary>
    public static IServiceCollection AddDroppedLoads(this IServiceCollection services) => services
        .AddSingleton(new PersonalKind(DroppedLoads.Kind))
        .AddSingleton<DroppedLoads>()
        .AddSingleton<FileDrop>()
        .AddSingleton<FileFetch>()
        .AddSingleton<LoadMessages>()
        .AddSingleton<LoadTidings>()
        .AddHostedService(provider => provider.GetRequiredService<LoadTidings>());
}
