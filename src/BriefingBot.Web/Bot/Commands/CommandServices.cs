namespace BriefingBot.Web.Bot;

internal static class CommandServices
{
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        foreach (var command in CommandWords.All)
        {
            services.AddSingleton(command);
        }

        return services
            .AddSingleton<ICommand, HelpCommand>()
            .AddSingleton<ICommand, SourcesCommand>()
            .AddSingleton<ICommand, LatestCommand>()
            .AddSingleton<ICommand, FeedbackCommand>()
            .AddSingleton<ICommand, ForgetMe>()
            .AddSingleton<UnknownCommand>();
    }
}
