using System.Collections.Immutable;
using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>Tells somebody what there is to be asked: the sources of the articles that they may read, and of no others.</summary>
public sealed class ReadableSources(IArticleStore articles)
{
    /// <summary>The sources with most articles first; last the articles that name none.</summary>
    public async Task<ImmutableArray<ReadableSource>> ListAsync(Asker asker, CancellationToken cancellation)
    {
        var readable = await articles.ListAsync(ArticleFilter.All, cancellation)
            .Select(stored => stored.Article)
            .Where(article => article.MayBeReadBy(asker))
            .Select(article => (article.Source, article.Published?.Day))
            .ToArrayAsync(cancellation);
        return
        [
            .. readable.GroupBy(article => article.Source, StringComparer.Ordinal)
                .Select(group => new ReadableSource(group.Key, group.Count(), group.Max(article => article.Day)))
                .OrderBy(source => source.Source is null)
                .ThenByDescending(source => source.Articles)
                .ThenBy(source => source.Source, StringComparer.Ordinal),
        ];
    }
}

/// <summary>A source and how many of its articles somebody may read.</summary>
/// <param name="Source">Its name; null for the articles that name none.</param>
/// <param name="Articles">How many, in their current versions.</param>
/// <param name="Newest">The day on which the newest was published; null where none has a date.</param>
public sealed record ReadableSource(string? Source, int Articles, DateOnly? Newest);
