using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Indexing;

/// <summary>What every store must do, whichever keeps the articles. A store is a class below that says how to get a new one.</summary>
public abstract partial class StoreConformance : IAsyncLifetime
{
    private Briefing? _briefing;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected Briefing Store => _briefing ?? throw new InvalidOperationException("The test has not begun.");

    public async ValueTask InitializeAsync() => _briefing = await NewStoreAsync();

    public async ValueTask DisposeAsync()
    {
        if (_briefing is not null)
        {
            await _briefing.DisposeAsync();
            await DeleteStoreAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A store that nothing was ever written to.</summary>
    private protected abstract Task<Briefing> NewStoreAsync();

    private protected virtual Task DeleteStoreAsync() => Task.CompletedTask;

    /// <summary>Saves texts as one passage each, with a vector that a hash of the text gives: for tests to which the model means nothing.</summary>
    private protected static async Task<SavedArticle> SaveAsync(Briefing store, Article article, bool takeOver = true) =>
        await store.Articles.SaveAsync(article, [SomePassage.Of(article)], takeOver, Cancellation);

    private protected Task<SavedArticle> SaveAsync(Article article) => SaveAsync(Store, article);

    private protected async Task<PassageRanking> RankAsync(string terms, Asker? asker = null, ArticleFilter? filter = null, int limit = 100) =>
        await Store.Get<IPassageIndex>().RankAsync(
            new(SomePassage.VectorOf(terms), [.. EnglishTerms.Of(terms).Distinct()], asker ?? Asker.Unknown, filter ?? ArticleFilter.All, limit), Cancellation);

    private protected async Task<string[]> ListedAsync(ArticleFilter filter) =>
        await Store.Articles.ListAsync(filter, Cancellation).Select(stored => stored.Article.Id).ToArrayAsync(Cancellation);
}
