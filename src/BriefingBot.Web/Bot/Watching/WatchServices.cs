namespace BriefingBot.Web.Bot;

internal static class WatchServices
{
    /// <summary>Adds what tells people news that they watch for.</summary>
    public static IServiceCollection AddWatches(this IServiceCollection services) => services
        .AddSingleton<KeptWatches>()
        .AddSingleton<ICommand, WatchCommand>()
        .AddSingleton<ICommand, WatchesCommand>()
        .AddSingleton<ICommand, UnwatchCommand>()
        .AddSingleton<ICardButton, StopWatching>()
        .AddSingleton<LeftConversations>()
        .AddSingleton<WatchMessages>()
        .AddSingleton<WatchRounds>()
        .AddHostedService<WatchClock>();
}
