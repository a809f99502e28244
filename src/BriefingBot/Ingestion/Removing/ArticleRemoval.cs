using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BriefingBot.Indexing;

namespace BriefingBot.Ingestion;

/// <summary>What a wish means now.</summary>
/// <param name="Named">Those named, in their order.</param>
/// <param name="Matching">Those that its other parts mean, in the order of their ids; some may be named as well.</param>
public sealed record MeantArticles(ImmutableArray<MeantArticle> Named, ImmutableArray<MeantArticle> Matching)
{
    /// <summary>All of them: those named first, and of the others none twice.</summary>
    public IEnumerable<MeantArticle> All => [.. Named, .. Matching.ExceptBy(Named.Select(article => article.Id), article => article.Id, StringComparer.Ordinal)];
}

/// <summary>An article that is to go.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title; null where no article has the id.</param>
public sealed record MeantArticle(string Id, string? Title);

/// <summary>Says which articles a wish means, and removes them, every version.</summary>
public sealed class ArticleRemoval(IArticleStore articles)
{
    /// <summary>Which articles are meant. Nothing goes.</summary>
    public async Task<MeantArticles> MeantAsync(RemovalWish wish, CancellationToken cancellation)
    {
        var titles = wish.Ids.IsEmpty
            ? []
            : await articles.ListAsync(new() { Ids = [.. wish.Ids] }, cancellation).ToDictionaryAsync(stored => stored.Article.Id, stored => stored.Article.Title, StringComparer.Ordinal, cancellation);
        var matching = wish.HasFilter
            ? await articles.ListAsync(wish.Filter, cancellation).Where(wish.Means).Select(stored => new MeantArticle(stored.Article.Id, stored.Article.Title)).ToListAsync(cancellation)
            : [];
        return new([.. wish.Ids.Select(id => new MeantArticle(id, titles.GetValueOrDefault(id)))], [.. matching]);
    }

    /// <summary>Removes them one after the other, and says of each whether it was there.</summary>
    public async IAsyncEnumerable<(MeantArticle Article, bool WasThere)> RemoveAsync(IEnumerable<MeantArticle> meant, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var article in meant)
        {
            yield return (article, await articles.RemoveAsync(article.Id, cancellation));
        }
    }
}
