using System.Collections.Immutable;
using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>Keeps articles, every version of them. The other half of a store is <see cref="IPassageIndex"/>.</summary>
public interface IArticleStore
{
    /// <summary>Where the articles are, for people: a file's path or a server's address.</summary>
    string Location { get; }

    /// <summary>One version of an article, or its current one; null when there is none or the article was removed.</summary>
    Task<Article?> FindAsync(string id, int? version, CancellationToken cancellation);

    /// <summary>The ids under which an article was ever saved, removed ones among them, in no order; at most so many of them.</summary>
    Task<ImmutableArray<string>> UsedIdsAsync(int limit, CancellationToken cancellation);

    /// <summary>The current version of every article, without its text, in the order of their ids.</summary>
    IAsyncEnumerable<StoredArticle> ListAsync(CancellationToken cancellation);

    /// <summary>
    /// Makes this the article's current text and these the passages that it is found by, in one step: a reader has the old or the new,
    /// never both or a part. The same text keeps its version and takes the new metadata; another text becomes the next version.
    /// </summary>
    /// <param name="article">The article, its version left out.</param>
    /// <param name="passages">Its passages.</param>
    /// <param name="takeOver">Whether it may replace an article that came from another input path.</param>
    /// <param name="cancellation">Ends the call before anything is written.</param>
    Task<SavedArticle> SaveAsync(Article article, IReadOnlyList<IndexedPassage> passages, bool takeOver, CancellationToken cancellation);

    /// <summary>Deletes every version and leaves a tombstone that remembers the last number. False when there was no such article.</summary>
    Task<bool> RemoveAsync(string id, CancellationToken cancellation);

    /// <summary>
    /// Makes the index anew from the stored texts, for another embedding model, analyzer or splitter. <paramref name="index"/> makes an
    /// article's passages; <paramref name="progress"/> is told how many articles are done, of how many.
    /// </summary>
    Task ReindexAsync(
        Func<IReadOnlyList<Article>, CancellationToken, Task<IReadOnlyList<IReadOnlyList<IndexedPassage>>>> index,
        Action<int, int> progress,
        CancellationToken cancellation);
}

/// <summary>What saving did.</summary>
/// <param name="Version">The version that is now current; of the article as it was when it was refused.</param>
/// <param name="IsNew">There was no article under the id.</param>
/// <param name="OtherInputPath">Not null: nothing was saved, because the article came from this input path before.</param>
public sealed record SavedArticle(int Version, bool IsNew, string? OtherInputPath = null);

/// <summary>An article in a listing: all but its text.</summary>
/// <param name="Article">The current version, its <see cref="Article.Text"/> left empty.</param>
/// <param name="Passages">How many passages it is found by.</param>
public sealed record StoredArticle(Article Article, int Passages);
