using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
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
                    "This link does not open",
                    "Articles are read here by links from the bot's answers, and this is not one of them as the bot made it: part of it is missing or was changed. "
                    + "Follow the link in the answer again, or copy the whole of it.");
            case LinkKind.Expired:
                return Page.Saying(
                    StatusCodes.Status410Gone,
                    "This link has expired",
                    $"This link expired on {ReadingWords.Day(link.Until)}. Ask the bot again: its answer has a new one.");
        }

        if (AskedArticle.TryParse(query, out var why) is not { } asked)
        {
            return Page.Saying(StatusCodes.Status400BadRequest, "That address cannot be read", why);
        }

        var opened = await OpenedArticle.OpenAsync(articles, asked.Id, asked.Version, asked.Spans, Asker.Unknown, context.RequestAborted);
        return opened is null ? NotThere(link) : await ShowAsync(opened, asked, link, context.RequestAborted);
    }

    private static Page NotThere(LinkVerdict link) => link.Kind == LinkKind.Valid
        ? Page.Saying(StatusCodes.Status404NotFound, "The article is no longer here", "The article behind this link was removed, or is no longer open to everybody. Ask the bot again.")
        : Page.Saying(StatusCodes.Status404NotFound, "No such article", "There is no such article here, or it has been removed. Ask again, and follow a source's link from the answer.");

    private async Task<Page> ShowAsync(OpenedArticle opened, AskedArticle asked, LinkVerdict link, CancellationToken cancellation)
    {
        var problem = (asked.Unreadable, opened.Failure) switch
        {
            ({ } unreadable, _) => $"The words at q={unreadable} cannot be marked (not a start and an end, such as 120-188). Follow a source's link from an answer, or read the whole article.",
            (_, { } failure) => $"Words that the address names cannot be marked ({failure}). Follow a source's link from an answer, or read the whole article.",
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
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, new() { [nameof(ArticlePage.View)] = view }, script: true);
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
