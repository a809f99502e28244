using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.Texts;
using BriefingBot.Web.Access;
using BriefingBot.Web.Pages;

namespace BriefingBot.Web.Articles;

/// <summary>An article for somebody of whom nothing is known, who sees what everybody may read; where the bot has a registration, by a signed link alone.</summary>
internal sealed class ArticleEndpoint(IArticleStore articles, ArticleCorrections corrections, ArticleLinks links, Protection protection)
{
    // Each is opened for the list.
    private const int MostVersions = 10;

    public async Task<IResult> GetAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var link = links.Check(query);
        switch (link.Kind)
        {
            case LinkKind.Unsigned when protection.ByTokens && !links.AreMade:
                return PageDoor.NotServed();
            case LinkKind.Unsigned when protection.ByTokens:
            case LinkKind.Forged:
                return Page.Saying(
                    StatusCodes.Status403Forbidden,
                    ReaderText.Of("Link_NotOurs"),
                    ReaderText.Of("Link_NotOursWhy"));
            case LinkKind.Expired:
                return Page.Saying(
                    StatusCodes.Status410Gone,
                    ReaderText.Of("Link_Expired"),
                    ReaderText.Of("Link_ExpiredWhy", ReadingWords.Day(link.Until)));
        }

        if (AskedArticle.TryParse(query, out var why) is not { } asked)
        {
            return Page.Saying(StatusCodes.Status400BadRequest, ReaderText.Of("Reading_BadAddress"), why);
        }

        var opened = await OpenedArticle.OpenAsync(articles, asked.Id, asked.Version, asked.Spans, Asker.Unknown, context.RequestAborted);
        return opened is null ? NotThere(link) : await ShowAsync(opened, asked, link, context.RequestAborted);
    }

    private static Page NotThere(LinkVerdict link) => link.Kind == LinkKind.Valid
        ? Page.Saying(StatusCodes.Status404NotFound, ReaderText.Of("Link_ArticleGone"), ReaderText.Of("Link_ArticleGoneWhy"))
        : Page.Saying(StatusCodes.Status404NotFound, ReaderText.Of("Reading_NoSuchArticle"), ReaderText.Of("Reading_NoSuchArticleWhy"));

    private async Task<Page> ShowAsync(OpenedArticle opened, AskedArticle asked, LinkVerdict link, CancellationToken cancellation)
    {
        var problem = (asked.Unreadable, opened.Failure) switch
        {
            ({ } unreadable, _) => ReaderText.Of("Reading_BadSpan", unreadable),
            (_, { } failure) => ReaderText.Of("Reading_BadQuote", QuoteFailureWords.For(failure)),
            _ => null,
        };
        var (correction, areUnknown) = await CorrectionAsync(opened, cancellation);
        var signed = link.Kind == LinkKind.Valid ? links.Until(link.Until, opened.Quotes) : null;
        var view = new ReadingView
        {
            Opened = opened,
            Problem = problem,
            Correction = correction,
            CorrectionsAreUnknown = areUnknown,
            Versions = await opened.VersionsAsync(articles, MostVersions, cancellation),
            Address = signed ?? ArticleAddresses.Among(opened.Quotes),
            Until = signed is null ? null : link.Until,
            PublicAddress = signed is null ? null : links.OnOrigin(signed),
        };
        return Page.Of<ArticlePage>(
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, new() { [nameof(ArticlePage.View)] = view }, PageScript.Runs);
    }

    /// <summary>An article can be read while the model that finds its corrections is away.</summary>
    private async Task<(LaterCorrection? Correction, bool AreUnknown)> CorrectionAsync(OpenedArticle opened, CancellationToken cancellation)
    {
        try
        {
            return (await corrections.FindAsync(opened, Asker.Unknown, cancellation), false);
        }
        catch (UnreachableEmbeddingModelException)
        {
            return (null, true);
        }
    }
}
