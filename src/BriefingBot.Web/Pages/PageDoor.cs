using System.Data.Common;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.Texts;
using BriefingBot.Web.Access;

namespace BriefingBot.Web.Pages;

/// <summary>The one door of the pages: who is let in, and where their faults are caught.</summary>
internal sealed class PageDoor(Protection protection, ILogger<PageDoor> log) : IEndpointFilter
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (protection.ByTokens && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<LetsIn>() is null)
        {
            return NotServed();
        }

        try
        {
            // Made here and not behind the door, so that a page that cannot be made is told as well.
            var result = await next(context);
            if (result is Page page)
            {
                await page.ExecuteAsync(context.HttpContext);
                return Results.Empty;
            }

            return result;
        }
        catch (OperationCanceledException) when (context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
            return Results.Empty;
        }
        catch (Exception fault)
        {
            var reference = Apology.NewReference();
            log.LogError(Apology.IsOutage(fault) ? null : fault, "A page failed, reference {Reference}: {Reason}", reference, fault.Message);
            return Page.Saying(
                IsOutage(fault) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError, ReaderText.Of("Page_Fault"), Apology.For(fault, reference));
        }
    }

    /// <param name="app">The host.</param>
    /// <param name="path">Where the page is.</param>
    /// <param name="page">What makes it.</param>
    /// <param name="letsIn">Whether the page itself says who is let in where tokens protect the bot.</param>
    public static IEndpointConventionBuilder Map(WebApplication app, string path, Delegate page, bool letsIn = false) =>
        app.MapMethods(path, Methods, page).AddEndpointFilter<PageDoor>().WithMetadata(letsIn ? [new LetsIn()] : []);

    /// <summary>What is shown where tokens protect the bot.</summary>
    public static Page NotServed() => Page.Saying(
        StatusCodes.Status403Forbidden,
        ReaderText.Of("Page_NotServed"),
        ReaderText.Of("Page_NotServedWhy"));

    private sealed class LetsIn;

    // The kernel may wrap what a function throws.
    private static bool IsOutage(Exception? fault) => fault is not null && (fault is ArticleStoreException or EmbeddingModelException or DbException || IsOutage(fault.InnerException));
}
