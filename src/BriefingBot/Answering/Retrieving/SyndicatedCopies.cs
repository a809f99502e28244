using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>Other articles that carry the same report (<see cref="Article.Story"/>).</summary>
internal static class SyndicatedCopies
{
    // Each is read for one quote; beyond so many the number says little more.
    private const int MostRead = 50;

    /// <summary>How many others that the asker may read have these words too. One that was edited there does not count, nor one that may not be read.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="article">The one that is quoted.</param>
    /// <param name="words">The quote.</param>
    /// <param name="asker">Whoever asks.</param>
    /// <param name="cancellation">Ends the call.</param>
    public static async Task<int> CountAsync(IArticleStore articles, Article article, string words, Asker asker, CancellationToken cancellation)
    {
        var count = 0;
        var others = await articles.OfStoryAsync(article.Story ?? article.Id, cancellation);
        foreach (var other in others.Where(other => other.Id != article.Id && other.MayBeReadBy(asker)).Take(MostRead))
        {
            count += await articles.FindAsync(other.Id, other.Version, cancellation) is { } read && read.MayBeReadBy(asker) && NearCopies.Has(read.Text, words) ? 1 : 0;
        }

        return count;
    }
}
