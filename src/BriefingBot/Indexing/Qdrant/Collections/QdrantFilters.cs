using BriefingBot.Articles;
using Google.Protobuf.WellKnownTypes;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>The product's filters in Qdrant's terms. Passages and records have the same names for the same things.</summary>
internal static class QdrantFilters
{
    /// <summary>What the asker may read, of points that carry groups.</summary>
    public static Filter Readable(Asker asker)
    {
        var open = new Filter { Should = { new Condition { IsEmpty = new() { Key = PassagePoints.Groups } } } };
        if (!asker.Groups.IsDefaultOrEmpty)
        {
            open.Should.Add(Any(PassagePoints.Groups, asker.Groups));
        }

        return new() { Must = { new Condition { Filter = open } } };
    }

    /// <summary>What an article's metadata must be, on top of what the filter asks already.</summary>
    public static Filter And(this Filter filter, ArticleFilter articles)
    {
        if (!articles.Ids.IsEmpty)
        {
            filter.Must.Add(Any(ArticleRecord.ArticleId, articles.Ids));
        }

        if (!articles.Sources.IsEmpty)
        {
            filter.Must.Add(Any(ArticleRecord.Source, articles.Sources));
        }

        if (!articles.Authors.IsEmpty)
        {
            filter.Must.Add(Any(PassagePoints.Author, articles.Authors));
        }

        if (!articles.Labels.IsEmpty)
        {
            filter.Must.Add(Any(ArticleRecord.Labels, articles.Labels));
        }

        if (articles.Since is not null || articles.Until is not null)
        {
            // The last day that there is has no end: whatever has a date is published by then.
            var range = new DatetimeRange { Gte = StartOf(articles.Since ?? DateOnly.MinValue) };
            if (articles.Until is { } until && until < DateOnly.MaxValue)
            {
                range.Lt = StartOf(until.AddDays(1));
            }

            filter.Must.Add(new Condition { Field = new() { Key = ArticleRecord.Published, DatetimeRange = range } });
        }

        return filter;
    }

    public static Condition Is(string field, string value) => new() { Field = new() { Key = field, Match = new() { Keyword = value } } };

    public static Condition Any(string field, IEnumerable<string> values)
    {
        var any = new RepeatedStrings();
        any.Strings.AddRange(values);
        return new() { Field = new() { Key = field, Match = new() { Keywords = any } } };
    }

    /// <summary>At this instant or later; what has no such field is not.</summary>
    public static Condition Since(string field, DateTimeOffset instant) => new() { Field = new() { Key = field, DatetimeRange = new() { Gte = Timestamp.FromDateTimeOffset(instant) } } };

    public static PointsSelector Select(Filter filter) => new() { Filter = filter };

    private static Timestamp StartOf(DateOnly day) => Timestamp.FromDateTimeOffset(new(day, TimeOnly.MinValue, TimeSpan.Zero));
}
