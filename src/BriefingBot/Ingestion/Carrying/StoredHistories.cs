using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Ingestion;

/// <summary>Compares histories with those that a store keeps.</summary>
internal sealed class StoredHistories(IArticleStore articles)
{
    private Dictionary<string, int> _lastOfRemoved = [];

    /// <summary>Whether there is an article under the id now; a removed one is not.</summary>
    public async Task<bool> HasAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return await articles.FindAsync(id, version: null, cancellation) is not null;
        }
        catch (DamagedArticleException)
        {
            // What cannot be read is there.
            return true;
        }
    }

    /// <summary>
    /// Whether the store has these versions and no other, with the same texts and metadata, whenever it took them in. Of a removed article:
    /// whether it is removed there, with the same last number.
    /// </summary>
    /// <exception cref="DamagedArticleException">What is stored cannot be read.</exception>
    public async Task<bool> HasSameAsync(ArticleHistory history, CancellationToken cancellation)
    {
        var current = await articles.FindAsync(history.Id, version: null, cancellation);
        if (current?.Version != history.Current?.Version)
        {
            return false;
        }

        if (current is null)
        {
            return await LastOfRemovedAsync(history.Id, cancellation) == history.LastVersion;
        }

        var kept = history.Versions.ToDictionary(version => version.Article.Version, version => version.Article);
        for (var number = 1; number <= history.LastVersion; number++)
        {
            var stored = await articles.FindAsync(history.Id, number, cancellation);
            var isSame = kept.GetValueOrDefault(number) is { } article ? stored is not null && ArticleIngestor.IsSame(stored, article) : stored is null;
            if (!isSame)
            {
                return false;
            }
        }

        return true;
    }

    // The store tells the number of a removed article among all histories alone, so they are gone through once, and again for one removed since.
    private async Task<int?> LastOfRemovedAsync(string id, CancellationToken cancellation)
    {
        if (!_lastOfRemoved.ContainsKey(id))
        {
            _lastOfRemoved = await articles.HistoriesAsync(cancellation)
                .Where(history => history.Current is null)
                .ToDictionaryAsync(history => history.Id, history => history.LastVersion, StringComparer.Ordinal, cancellation);
        }

        return _lastOfRemoved.TryGetValue(id, out var last) ? last : null;
    }
}
