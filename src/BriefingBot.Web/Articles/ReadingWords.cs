using System.Globalization;
using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Web.Articles;

/// <summary>What the page of an article says of days, versions and quotes.</summary>
internal static class ReadingWords
{
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset moment) => moment.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>In the offset that the article gave.</summary>
    public static string Day(PublicationDate published) => Day(published.Moment);

    public static string Moment(PublicationDate published) => published.HasTime
        ? published.Moment.ToString("d MMMM yyyy, HH:mm (zzz)", CultureInfo.InvariantCulture)
        : Day(published);

    public static string Of(ArticleVersion version, bool hasQuotes)
    {
        string?[] details =
        [
            version.IsCurrent ? "current" : null,
            version.Article.Published is { } published ? $"published {Day(published)}" : null,
            !hasQuotes ? null : version.HasQuotes ? "has the quoted words" : "does not have all of the quoted words",
        ];
        return string.Join(", ", details.OfType<string>());
    }

    /// <summary>What became of the quotes of an older version.</summary>
    public static string Standing(int quotes, int standing) => (quotes, standing) switch
    {
        (1, 1) => "The quoted words still stand there.",
        (1, 0) => "The quoted words do not stand there any more.",
        _ when quotes == standing => "All the quoted words still stand there.",
        (_, 0) => "None of the quoted words stand there any more.",
        _ => $"Of the {Number(quotes)} quotes {Number(standing)} still {(standing == 1 ? "stands" : "stand")} there.",
    };
}
