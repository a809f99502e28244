using System.Globalization;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Web.Pages;

namespace BriefingBot.Web.Articles;

/// <summary>An article for somebody of whom nothing is known, who sees what everybody may read.</summary>
internal static class ArticleEndpoint
{
    public static WebApplication MapArticlePage(this WebApplication app)
    {
        PageDoor.Map(app, ArticleAddresses.Path, GetAsync);
        return app;
    }

    private static async Task<IResult> GetAsync(HttpContext context, IArticleStore articles)
    {
        var query = context.Request.Query;
        var (id, version, quoted) = (query[ArticleAddresses.Id].FirstOrDefault(), query[ArticleAddresses.Version].FirstOrDefault(), query[ArticleAddresses.Quoted].FirstOrDefault());
        if (string.IsNullOrEmpty(id))
        {
            return Malformed("The address names no article: its id is missing. Follow a source's link from an answer.");
        }

        var number = 0;
        if (version is not null && !(version.All(char.IsAsciiDigit) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0))
        {
            return Malformed($"The address asks for version “{Shortened(version)}”, which is not a number from 1. Correct v, or leave it out for the current version.");
        }

        var isSpan = TextSpan.TryParse(quoted, out var span);
        var opened = await OpenedArticle.OpenAsync(articles, id, version is null ? null : number, isSpan ? span : null, Asker.Unknown, context.RequestAborted);
        if (opened is null)
        {
            return Page.Saying(
                StatusCodes.Status404NotFound, "No such article", "There is no such article here, or it has been removed. Ask again, and follow a source's link from the answer.");
        }

        var problem = quoted is null || opened.Quote is not null
            ? null
            : $"The words at q={Shortened(quoted)} cannot be marked ({(isSpan ? opened.Failure : "not a start and an end, such as 120-188")}). Follow a source's link from an answer, or read the whole article.";
        return Page.Of<ArticlePage>(
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            new() { [nameof(ArticlePage.Opened)] = opened, [nameof(ArticlePage.Problem)] = problem });
    }

    private static Page Malformed(string message) => Page.Saying(StatusCodes.Status400BadRequest, "That address cannot be read", message);

    /// <summary>What was given, with nothing in it that could turn the sentence around it.</summary>
    private static string Shortened(string given)
    {
        var shown = VisibleText.OneLine(given.Length <= 40 ? given : $"{given[..40]}…");
        var (before, behind) = VisibleText.Isolation(shown);
        return before + shown + behind;
    }
}
