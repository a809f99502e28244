namespace BriefingBot.Web.Admin;

internal static class AdminServices
{
    /// <summary>Adds the HTTP API by which articles are administered, and what runs its loads.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<AdminOptions, AdminOptionsRules>().Bind(configuration.GetSection(AdminOptions.Section));
        return services
            .AddSingleton<AdminKeys>()
            .AddSingleton<EntraTokens>()
            .AddSingleton<WrongKeys>()
            .AddSingleton<AdminDoor>()
            .AddSingleton<JobSignal>()
            .AddSingleton<Spool>()
            .AddSingleton<ArticleLoads>()
            .AddSingleton<ArticleListing>()
            .AddSingleton<RequestedRemoval>()
            .AddSingleton<JobEvents>()
            .AddHostedService<JobRounds>()
            .AddHostedService<SourceRounds>()
            .AddApiDescription();
    }

    public static WebApplication MapAdmin(this WebApplication app)
    {
        var door = app.Services.GetRequiredService<AdminDoor>();
        app.Use(door.PassAsync);
        app.MapArticles();
        app.MapJobs();
        app.MapAdminPage();
        app.MapSources();
        app.MapApiDescription();
        return app;
    }
}
