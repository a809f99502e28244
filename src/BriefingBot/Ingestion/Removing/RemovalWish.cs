using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Ingestion;

/// <summary>Which articles are to go: those named, and all that the other parts mean together.</summary>
public sealed record RemovalWish
{
    /// <summary>The ids of articles; one that is named twice is meant twice.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>Of any of these sources.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>With any of these labels.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Those that no load has met since.</summary>
    public DateTimeOffset? NotSeenSince { get; init; }

    /// <summary>Whether articles are meant besides those named.</summary>
    public bool HasFilter => !Sources.IsEmpty || !Labels.IsEmpty || NotSeenSince is not null;

    internal ArticleFilter Filter => new() { Sources = Sources, Labels = Labels };

    /// <summary>Reads since when no load has met an article.</summary>
    /// <param name="text">A day or a moment.</param>
    /// <param name="now">What lies behind it would mean every article.</param>
    /// <param name="since">What it says.</param>
    /// <param name="problem">What the text is instead, and what to do: goes on from 'it is'.</param>
    public static bool TryReadSince(string text, DateTimeOffset now, out DateTimeOffset since, [NotNullWhen(false)] out string? problem)
    {
        since = PublicationDate.TryParse(text, out var date) ? date.Moment : DateTimeOffset.MaxValue;
        problem = since == DateTimeOffset.MaxValue ? "no day or moment that can be read. Write it as 2026-03-01 or 2026-03-01T09:30:00Z."
            : since > now ? "still to come. Take a day that has passed."
            : null;
        return problem is null;
    }

    internal bool Means(StoredArticle stored) => NotSeenSince is not { } since || stored.Seen < since;
}
