using BriefingBot.Indexing;
using Microsoft.AspNetCore.Mvc;

namespace BriefingBot.Web.Admin;

/// <summary>What can be asked of articles over HTTP.</summary>
internal static class ArticlesApi
{
    private const string OfId = ArticleAddress.Articles + "/{**id}";

    public static void MapArticles(this WebApplication app)
    {
        var api = app.MapGroup("").WithTags("Articles").WithMetadata(new AdminOnly());
        api.MapGet(ArticleAddress.Articles, async (HttpContext context, ArticleListing articles, [FromQuery] string[]? source, [FromQuery] string[]? label, string? q, string? after, string? limit) =>
            TypedResults.Ok(await articles.ListAsync(context.Request, context.RequestAborted)))
            .WithSummary("List articles in the order of their ids: of any of these sources, with any of these labels, with q in id or title.")
            .Produces<ArticlePage>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet(OfId, async (HttpContext context, ArticleListing articles, string id, string? version) =>
            await articles.FindAsync(ArticleAddress.IdOf(context), context.Request, context.RequestAborted) is { } article ? (IResult)TypedResults.Ok(article) : NoSuchArticle())
            .WithSummary("An article with its text and its versions. Write the id percent-encoded.")
            .Produces<WholeArticle>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete(OfId, async (HttpContext context, IArticleStore articles, string id) =>
            await articles.RemoveAsync(ArticleAddress.IdOf(context), context.RequestAborted) ? (IResult)TypedResults.NoContent() : NoSuchArticle())
            .WithSummary("Remove an article, every version of it.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost(ArticleAddress.Articles, (HttpContext context, ArticleLoads loads) => loads.StartAsync(context))
            .WithSummary("Load files (multipart/form-data: files, and the fields labels, groups, replace), one article (JSON with title and text), or a web page (JSON with url alone).")
            .Accepts<PostedArticle>("application/json", "multipart/form-data")
            .Produces<JobView>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapPost(ArticleAddress.Articles + "/remove", async (HttpContext context, RequestedRemoval removal) =>
            TypedResults.Ok(await removal.RemoveAsync(await StrictJson.ReadAsync<RemovalRequest>(context.Request, context.RequestAborted), context.RequestAborted)))
            .WithSummary("Remove articles by their ids, or all that source, label and notSeenSince mean together; with dryRun say which they are.")
            .Accepts<RemovalRequest>("application/json").Produces<Removal>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static IResult NoSuchArticle() =>
        ApiProblem.Of(StatusCodes.Status404NotFound, "There is no such article", "No article has this id, or not this version. GET /api/articles lists the ids; write one percent-encoded, a slash as %2F.", "id");
}
