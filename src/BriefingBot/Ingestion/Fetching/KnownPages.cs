using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.State;

namespace BriefingBot.Ingestion;

/// <summary>
/// Remembers which version of an address which articles were read from, so that what has not changed need not come again. It says so only while the store
/// has just these articles: a load that was killed before it stored them, a removed one, or a newer program with other readers fetches anew. Where the state
/// cannot be used, nothing is known.
/// </summary>
internal sealed class KnownPages(IStateStore state, IArticleStore store)
{
    private const string Kind = "web-pages";
    private const int MostArticles = 200;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);
    private static readonly string Program = typeof(KnownPages).Assembly.GetName().Version!.ToString(3);

    /// <summary>The version that was read last, and the stored articles that came of it.</summary>
    public async Task<(PageVersion Version, IReadOnlyList<Article> Articles)?> RecallAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            if (await state.ReadAsync(KeyOf(address), cancellation) is not { } entry
                || JsonSerializer.Deserialize<Page>(entry.Json) is not { Program: var program, Version: { } version, Articles: { } known } || program != Program)
            {
                return null;
            }

            var articles = new List<Article>();
            foreach (var one in known)
            {
                if (await store.FindAsync(one.Id, version: null, cancellation) is not { } stored || !one.Is(stored))
                {
                    return null;
                }

                articles.Add(stored);
            }

            return articles.Count > 0 ? (version, articles) : null;
        }
        catch (Exception fault) when (fault is StateStoreException or DamagedArticleException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Remembers what was read of a version.</summary>
    public async Task RememberAsync(Uri address, PageVersion version, IReadOnlyList<Article> articles, CancellationToken cancellation)
    {
        if (articles.Count is 0 or > MostArticles)
        {
            return;
        }

        try
        {
            var page = new Page(Program, version, [.. articles.Select(KnownArticle.Of)]);
            await state.WriteAsync(KeyOf(address), JsonSerializer.Serialize(page), WriteCondition.Any, Kept, cancellation);
        }
        catch (StateStoreException)
        {
            // The next load fetches it again.
        }
    }

    // Addresses may be longer than what a store takes for an id.
    private static StateKey KeyOf(Uri address) => new(Kind, Article.HashOf(address.AbsoluteUri));

    private sealed record Page(string Program, PageVersion Version, ImmutableArray<KnownArticle> Articles);

    /// <summary>An article as it was read; a load may have added labels, and groups where it named none.</summary>
    private sealed record KnownArticle(string Id, string Content, ImmutableArray<string> Labels, ImmutableArray<string> Groups)
    {
        public static KnownArticle Of(Article article) => new(article.Id, ContentOf(article), article.Labels, article.Groups);

        public bool Is(Article stored) =>
            Content == ContentOf(stored) && Labels.All(stored.Labels.Contains) && (Groups.IsEmpty || Groups.SequenceEqual(stored.Groups));

        private static string ContentOf(Article article) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
            new object?[] { article.TextHash, article.Title, article.Source, article.Author, article.Published?.ToString(), article.Modified?.ToString(), article.Language, article.Pages, article.Url?.AbsoluteUri, article.InputPath }))));
    }
}
