using System.Buffers.Text;
using System.Text;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Web.Admin;

/// <summary>The articles in pages, for whoever administers them: all, whoever may read them.</summary>
internal sealed class ArticleListing(IArticleStore articles)
{
    private const int Most = 500;
    private const int Usual = 100;

    public async Task<ArticlePage> ListAsync(HttpRequest request, CancellationToken cancellation)
    {
        var query = new ApiQuery(request, "source", "label", "q", "after", "limit");
        var filter = new ArticleFilter { Sources = [.. query.Texts("source")], Labels = [.. query.Texts("label")] };
        var (words, after, limit) = (query.Text("q"), Cursor(query.Text("after")), query.Number("limit", 1, Most, Usual));
        var page = new List<ListedArticle>();
        await foreach (var stored in articles.ListAsync(filter, cancellation))
        {
            if ((after is not null && Encoding.UTF8.GetBytes(stored.Article.Id).AsSpan().SequenceCompareTo(after) <= 0) || !IsMeant(stored.Article, words))
            {
                continue;
            }

            // One more tells that there is a next page.
            if (page.Count == limit)
            {
                return new(page, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(page[^1].Id)));
            }

            page.Add(ListedArticle.Of(stored));
        }

        return new(page, Next: null);
    }

    public async Task<WholeArticle?> FindAsync(string id, HttpRequest request, CancellationToken cancellation)
    {
        var query = new ApiQuery(request, "version");
        int? version = query.Text("version") is null ? null : query.Number("version", 1, int.MaxValue, otherwise: 1);
        if (await articles.FindAsync(id, version, cancellation) is not { } article)
        {
            return null;
        }

        var stored = await articles.ListAsync(new() { Ids = [id] }, cancellation).FirstOrDefaultAsync(cancellation);
        return WholeArticle.Of(article, stored?.Seen, await articles.VersionsAsync(id, cancellation));
    }

    private static bool IsMeant(Article article, string? words) =>
        words is null || article.Id.Contains(words, StringComparison.OrdinalIgnoreCase) || article.Title.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>The last id of the page before, as the stores order ids: by the bytes of UTF-8.</summary>
    private static byte[]? Cursor(string? after)
    {
        try
        {
            return after is null ? null : Base64Url.DecodeFromChars(after);
        }
        catch (FormatException)
        {
            throw new BadRequestException("after", "The parameter 'after' is not one that this list gave. Take 'next' of the page before.");
        }
    }
}
