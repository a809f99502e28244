using System.Collections.Immutable;

namespace BriefingBot.Articles;

/// <summary>All that a store keeps of one article, so that it can be carried into another.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="LastVersion">The newest number given, of a removed article too; no text after it has this number or a lower one.</param>
/// <param name="Versions">Every version in the order of their numbers, the last one the current. None: the article was removed.</param>
public sealed record ArticleHistory(string Id, int LastVersion, ImmutableArray<KeptVersion> Versions)
{
    /// <summary>The current version; null of a removed article.</summary>
    public Article? Current => Versions.IsEmpty ? null : Versions[^1].Article;
}

/// <summary>One version as a store keeps it.</summary>
/// <param name="Article">Its text and metadata; in a listing without the text.</param>
/// <param name="Ingested">When its text was first saved.</param>
public sealed record KeptVersion(Article Article, DateTimeOffset Ingested);
