using BriefingBot.Configuration;
using BriefingBot.Web.Health;

namespace BriefingBot.Web.Access;

internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<AppRegistration, AppRegistrationRules>().Bind(configuration);
        services.AddOptionsWithValidateOnStart<AccessOptions, AccessOptionsRules>().Bind(configuration.GetSection(AccessOptions.Section));
        services.AddSingleton<AllowedTenants>();
        services.AddSingleton<TenantDoor>();
        return services.AddSingleton<Protection>();
    }

    /// <summary>
    /// Covers every path of the host except liveness, which says nothing and is asked by orchestrators, and those with a door of their own, as admins'
    /// have: a key lets them in from elsewhere.
    /// </summary>
    public static WebApplication UseAccess(this WebApplication app)
    {
        app.Use((context, next) =>
            app.Services.GetRequiredService<Protection>().ByLoopback
            && context.Request.Path != HealthEndpoints.Live
            && context.GetEndpoint()?.Metadata.GetMetadata<OwnDoor>() is null
            && LoopbackOnly.RefusalOf(context) is { } refusal
                ? Results.Problem(refusal, statusCode: StatusCodes.Status403Forbidden, title: "This bot answers on its own computer only").ExecuteAsync(context)
                : next(context));
        return app;
    }
}
