using System.Globalization;
using BriefingBot.Texts;

namespace BriefingBot.Web.Pages;

/// <summary>Has pages speak the language that a browser prefers, by the same choice as in chat: ASP.NET's own takes from a list of cultures, regions and all, and sets how numbers are read.</summary>
internal static class PageLanguage
{
    public static WebApplication UsePageLanguage(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            CultureInfo.CurrentUICulture = ReaderLanguage.Of(Preferred(context.Request));
            await next(context);
        });
        return app;
    }

    private static IEnumerable<string?> Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.Where(language => language.Quality is null or > 0).OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.Value);
}
