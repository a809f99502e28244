using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Web.Admin;

/// <summary>An article in a list: since when its text stands in the place of an older one, when a load last met it, and of which stored report it is a near copy.</summary>
internal sealed record ListedArticle(
    string Id,
    int Version,
    string Title,
    string? Source,
    string? Author,
    string? Published,
    string? Modified,
    string? Language,
    string? Url,
    ImmutableArray<string> Labels,
    ImmutableArray<string> Groups,
    int Passages,
    string? Input,
    DateTimeOffset? Corrected,
    DateTimeOffset Seen,
    string? CopyOf)
{
    public static ListedArticle Of(StoredArticle stored)
    {
        var article = stored.Article;
        return new(
            article.Id,
            article.Version,
            article.Title,
            article.Source,
            article.Author,
            article.Published?.ToString(),
            article.Modified?.ToString(),
            article.Language,
            article.Url?.AbsoluteUri,
            article.Labels,
            article.Groups,
            stored.Passages,
            article.InputPath,
            article.Corrected,
            stored.Seen,
            article.Story == article.Id ? null : article.Story);
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Articles">In the order of their ids.</param>
/// <param name="Next">What to give as <c>after</c> for the next page; null on the last.</param>
internal sealed record ArticlePage(IReadOnlyList<ListedArticle> Articles, string? Next);

/// <summary>One version of an article, whole.</summary>
internal sealed record WholeArticle(
    string Id,
    int Version,
    string Title,
    string? Source,
    string? Author,
    string? Published,
    string? Modified,
    string? Language,
    string? Url,
    ImmutableArray<string> Labels,
    ImmutableArray<string> Groups,
    ImmutableArray<int> Pages,
    string? Input,
    string Text,
    string TextHash,
    DateTimeOffset? Corrected,
    DateTimeOffset? Seen,
    string? CopyOf,
    IReadOnlyList<VersionOfArticle> Versions)
{
    public static WholeArticle Of(Article article, DateTimeOffset? seen, IEnumerable<KeptVersion> versions) => new(
        article.Id,
        article.Version,
        article.Title,
        article.Source,
        article.Author,
        article.Published?.ToString(),
        article.Modified?.ToString(),
        article.Language,
        article.Url?.AbsoluteUri,
        article.Labels,
        article.Groups,
        article.Pages,
        article.InputPath,
        article.Text,
        article.TextHash,
        article.Corrected,
        seen,
        article.Story == article.Id ? null : article.Story,
        [.. versions.Select(kept => new VersionOfArticle(kept.Article.Version, kept.Article.Title, kept.Article.Published?.ToString(), kept.Ingested))]);
}

/// <summary>That there is a version, and when its text was first saved.</summary>
internal sealed record VersionOfArticle(int Version, string Title, string? Published, DateTimeOffset Ingested);
