using System.Collections.Immutable;
using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>Keeps articles, every version of them. The other half of a store is <see cref="IPassageIndex"/>.</summary>
public interface IArticleStore
{
    /// <summary>Where the articles are, for people: a file's path or a server's address.</summary>
    string Location { get; }

    /// <summary>Whether other machines may use the store too. Then any number of bots serve it, and none of them gives it articles by itself.</summary>
    bool IsShared { get; }

    /// <summary>
    /// One version of an article, or its current one; null when there is none or the article was removed. A version has the groups that it was
    /// saved with: an older one is only for those who may read the current one as well.
    /// </summary>
    Task<Article?> FindAsync(string id, int? version, CancellationToken cancellation);

    /// <summary>Every version of an article without its text, in the order of their numbers; none when there is no such article or it was removed.</summary>
    Task<ImmutableArray<KeptVersion>> VersionsAsync(string id, CancellationToken cancellation);

    /// <summary>The ids under which an article was ever saved, removed ones among them, in no order; at most so many of them.</summary>
    Task<ImmutableArray<string>> UsedIdsAsync(int limit, CancellationToken cancellation);

    /// <summary>The current version of every article that the filter admits, without its text, in the order of their ids.</summary>
    IAsyncEnumerable<StoredArticle> ListAsync(ArticleFilter filter, CancellationToken cancellation);

    /// <summary>Notes that a load has met these articles just now, whether or not it changed them. Ids of no article are passed over.</summary>
    Task SeenAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>The current articles that were read from this input path, without their texts, in the order of their ids.</summary>
    Task<ImmutableArray<Article>> OfInputAsync(string inputPath, CancellationToken cancellation);

    /// <summary>The current articles that have just this text (<see cref="Article.TextHash"/>), without it, in the order of their ids.</summary>
    Task<ImmutableArray<Article>> OfTextAsync(string textHash, CancellationToken cancellation);

    /// <summary>The current articles of a story (<see cref="Article.Story"/>), near copies of one another, without their texts, in the order of their ids.</summary>
    Task<ImmutableArray<Article>> OfStoryAsync(string story, CancellationToken cancellation);

    /// <summary>What the texts of all current articles are known by, for finding near copies of another.</summary>
    IAsyncEnumerable<StoredSketch> SketchesAsync(CancellationToken cancellation);

    /// <summary>Where the store's history stands now, for <see cref="NewSinceAsync"/>. A text of the store's own.</summary>
    Task<string> MarkAsync(CancellationToken cancellation);

    /// <summary>
    /// The articles that were saved since a mark, those first that were saved first: new articles, new versions, and what has the text it had and other metadata. Some of
    /// before the mark may be among them, and some may come again with the next mark. It costs little where nothing is new.
    /// </summary>
    /// <param name="mark">From <see cref="MarkAsync"/> or the last call.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<NewArticles> NewSinceAsync(string mark, int limit, CancellationToken cancellation);

    /// <summary>How many articles the filter admits.</summary>
    Task<long> CountAsync(ArticleFilter filter, CancellationToken cancellation);

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
    /// Makes the index anew from the stored texts, for another embedding model, analyzer or splitter. <paramref name="progress"/> is told
    /// how many articles are done, of how many.
    /// </summary>
    Task ReindexAsync(IndexArticles index, Action<int, int> progress, CancellationToken cancellation);

    /// <summary>
    /// Mends what writers that were killed left behind: half-written texts and passages are removed, and missing passages made. A store
    /// whose changes are all or nothing has nothing to mend. <paramref name="progress"/> is told how many articles are done, of how many.
    /// </summary>
    /// <returns>What was mended, a line each.</returns>
    IAsyncEnumerable<MendedArticle> RepairAsync(IndexArticles index, Action<int, int> progress, CancellationToken cancellation);

    /// <summary>Everything that is kept of every article, removed ones too, in the order of their ids.</summary>
    IAsyncEnumerable<ArticleHistory> HistoriesAsync(CancellationToken cancellation);

    /// <summary>
    /// Keeps an article as another store kept it, with its versions and their numbers, in one step. False, and nothing was changed, when
    /// something was ever saved under the id here.
    /// </summary>
    /// <param name="history">The article's history.</param>
    /// <param name="passages">The current version's passages; none of a removed article.</param>
    /// <param name="cancellation">Ends the call before anything is written.</param>
    Task<bool> RestoreAsync(ArticleHistory history, IReadOnlyList<IndexedPassage> passages, CancellationToken cancellation);
}

/// <summary>Makes the passages of each article, in the articles' order.</summary>
public delegate Task<IReadOnlyList<IReadOnlyList<IndexedPassage>>> IndexArticles(IReadOnlyList<Article> articles, CancellationToken cancellation);

/// <summary>What saving did.</summary>
/// <param name="Version">The version that is now current; of the article as it was when it was refused.</param>
/// <param name="IsNew">There was no article under the id.</param>
/// <param name="OtherInputPath">Not null: nothing was saved, because the article came from this input path before.</param>
public sealed record SavedArticle(int Version, bool IsNew, string? OtherInputPath = null);

/// <summary>An article in a listing: all but its text.</summary>
/// <param name="Article">The current version, its <see cref="Article.Text"/> left empty.</param>
/// <param name="Passages">How many passages it is found by.</param>
/// <param name="Seen">When a load last met it.</param>
public sealed record StoredArticle(Article Article, int Passages, DateTimeOffset Seen);

/// <summary>What a stored text is known by.</summary>
/// <param name="Id">The article.</param>
/// <param name="Story">Its story; its own id where none was looked for.</param>
/// <param name="Sketch">Of its text.</param>
public sealed record StoredSketch(string Id, string Story, TextSketch Sketch);

/// <summary>What is new since a mark.</summary>
/// <param name="Articles">Their current versions, the texts left empty.</param>
/// <param name="Mark">Where to go on; the same as before where nothing has changed.</param>
public sealed record NewArticles(ImmutableArray<KeptVersion> Articles, string Mark);

/// <summary>What was mended of one article.</summary>
/// <param name="ArticleId">The article; of leftovers that belong to none, the id that they name.</param>
/// <param name="What">For people: what was wrong and is no more.</param>
public sealed record MendedArticle(string ArticleId, string What);
