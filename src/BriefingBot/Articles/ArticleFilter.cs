using System.Collections.Immutable;

namespace BriefingBot.Articles;

/// <summary>
/// Which articles are meant, by their metadata: every part that is given must hold, and a part that names several values holds for any of
/// them. Who may read an article is not its business, but the <see cref="Asker"/>'s.
/// </summary>
public sealed record ArticleFilter
{
    /// <summary>All articles.</summary>
    public static ArticleFilter All { get; } = new();

    /// <summary>With any of these ids. None: with whatever id.</summary>
    public ImmutableHashSet<string> Ids { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Of any of these sources, compared code unit by code unit. None: of any source or of none.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>By any of these authors, each as its articles name it and compared code unit by code unit. None: by anybody or nobody.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>With any of these labels, compared code unit by code unit. None: with any labels or without.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Published on this day (<see cref="PublicationDate.Day"/>) or later. An article without a date is not.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Published on this day (<see cref="PublicationDate.Day"/>) or earlier. An article without a date is not.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether an article with this metadata is meant.</summary>
    public bool Admits(string id, string? source, string? author, ImmutableArray<string> labels, PublicationDate? published) =>
        (Ids.IsEmpty || Ids.Contains(id))
        && (Sources.IsEmpty || (source is not null && Sources.Contains(source, StringComparer.Ordinal)))
        && (Authors.IsEmpty || (author is not null && Authors.Contains(author, StringComparer.Ordinal)))
        && (Labels.IsEmpty || labels.Any(label => Labels.Contains(label, StringComparer.Ordinal)))
        && ((Since is null && Until is null) || (published is { } date && !(date.Day < Since) && !(date.Day > Until)));

    /// <summary>Whether this article is meant.</summary>
    public bool Admits(Article article) => Admits(article.Id, article.Source, article.Author, article.Labels, article.Published);
}
