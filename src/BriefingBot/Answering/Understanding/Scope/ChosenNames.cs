using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Configuration;
using BriefingBot.Indexing;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>Tells of the sources, authors and labels that somebody chooses articles by whether any article has them.</summary>
public sealed class ChosenNames(Kernel kernel, IArticleStore articles)
{
    /// <summary>The first name of a filter that no article has which the asker may read, with the nearest of those; null when all are known.</summary>
    public async Task<UnknownName?> UnknownToAsync(Asker asker, ArticleFilter filter, CancellationToken cancellation)
    {
        if (Chosen(filter).IsEmpty)
        {
            return null;
        }

        var known = await kernel.ListNamesAsync(asker, cancellation);
        foreach (var (kind, name) in Chosen(filter))
        {
            // An index need not list every name; what it finds is there.
            if (!Of(kind, known).Contains(name, StringComparer.Ordinal) && (await kernel.SearchArticlesAsync(name, asker, Only(kind, name), top: 1, cancellation)).Passages.IsEmpty)
            {
                return new(kind, name, NearestTo(name, Of(kind, known)));
            }
        }

        return null;
    }

    /// <summary>The same for whoever administers the store and may see all of it.</summary>
    public async Task<UnknownName?> UnknownToAllAsync(ArticleFilter filter, CancellationToken cancellation)
    {
        foreach (var (kind, name) in Chosen(filter))
        {
            if (await articles.CountAsync(Only(kind, name), cancellation) == 0)
            {
                var stored = await articles.ListAsync(ArticleFilter.All, cancellation).Select(stored => stored.Article).ToArrayAsync(cancellation);
                var known = KnownNames.Of(stored.Select(article => article.Source), stored.Select(article => article.Author), stored.SelectMany(article => article.Labels));
                return new(kind, name, NearestTo(name, Of(kind, known)));
            }
        }

        return null;
    }

    private static ImmutableArray<(ScopeKind Kind, string Name)> Chosen(ArticleFilter filter) =>
    [
        .. filter.Sources.Select(name => (ScopeKind.Source, name)),
        .. filter.Authors.Select(name => (ScopeKind.Author, name)),
        .. filter.Labels.Select(name => (ScopeKind.Label, name)),
    ];

    private static ImmutableArray<string> Of(ScopeKind kind, KnownNames known) => kind switch
    {
        ScopeKind.Source => known.Sources,
        ScopeKind.Author => known.Authors,
        _ => known.Labels,
    };

    private static ArticleFilter Only(ScopeKind kind, string name) => kind switch
    {
        ScopeKind.Source => new() { Sources = [name] },
        ScopeKind.Author => new() { Authors = [name] },
        _ => new() { Labels = [name] },
    };

    private static ImmutableArray<string> NearestTo(string name, IEnumerable<string> known) =>
        [.. known.Select(other => (Name: other, Distance: Distance(name, other))).OrderBy(other => other.Distance).ThenBy(other => other.Name, StringComparer.Ordinal).Take(UnknownName.MostNearest).Select(other => other.Name)];

    /// <summary>As letters differ, or nearly so as they do from some of its words: the Post is the Karrowby Evening Post.</summary>
    private static int Distance(string name, string other)
    {
        var (given, words) = (name.Split(' ').Length, other.Split(' '));
        var parts = Enumerable.Range(0, Math.Max(1, words.Length - given + 1)).Select(start => string.Join(' ', words.Skip(start).Take(given)));
        return Math.Min(NearestKey.Distance(name, other), 1 + parts.Min(part => NearestKey.Distance(name, part)));
    }
}

/// <summary>A name that articles were chosen by and none has.</summary>
/// <param name="Kind">What it was given for.</param>
/// <param name="Name">The name.</param>
/// <param name="Nearest">The names of that kind that come nearest, the nearest first; empty where there are none.</param>
public sealed record UnknownName(ScopeKind Kind, string Name, ImmutableArray<string> Nearest)
{
    internal const int MostNearest = 3;
}
