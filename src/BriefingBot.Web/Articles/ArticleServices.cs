using BriefingBot.Web.Pages;

namespace BriefingBot.Web.Articles;

internal static class ArticleServices
{
    public static IServiceCollection AddArticleLinks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<LinkOptions, LinkOptionsRules>().Bind(configuration.GetSection(LinkOptions.Section));
        return services.AddSingleton<ArticleLinks>();
    }

    public static WebApplication MapArticlePage(this WebApplication app)
    {
        PageDoor.Map(
            app,
            ArticleAddresses.Path,
            (HttpContext context) => ActivatorUtilities.CreateInstance<ArticleEndpoint>(context.RequestServices).GetAsync(context),
            letsIn: true);
        return app;
    }
}
