using System.Globalization;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Texts;

namespace BriefingBot.Web.Articles;

/// <summary>What the page of an article says of days, versions and quotes.</summary>
internal static class ReadingWords
{
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset moment) => ReaderDay.Of(DateOnly.FromDateTime(moment.DateTime));

    /// <summary>In the offset that the article gave.</summary>
    public static string Day(PublicationDate published) => Day(published.Moment);

    public static string Moment(PublicationDate published) => published.HasTime
        ? ReaderText.Of("Reading_Moment", Day(published), published.Moment)
        : Day(published);

    public static string Of(ArticleVersion version, bool hasQuotes)
    {
        string?[] details =
        [
            version.IsCurrent ? ReaderText.Of("Reading_Current") : null,
            version.Article.Published is { } published ? ReaderText.Of("Reading_Published", Day(published)) : null,
            !hasQuotes ? null : ReaderText.Of(version.HasQuotes ? "Reading_HasQuotes" : "Reading_LacksQuotes"),
        ];
        return string.Join(", ", details.OfType<string>());
    }

    /// <summary>What became of the quotes of an older version.</summary>
    public static string Standing(int quotes, int standing) => (quotes, standing) switch
    {
        (1, 1) => ReaderText.Of("Reading_QuoteStands"),
        (1, 0) => ReaderText.Of("Reading_QuoteIsGone"),
        _ when quotes == standing => ReaderText.Of("Reading_AllStand"),
        (_, 0) => ReaderText.Of("Reading_NoneStand"),
        _ => ReaderText.Counted("Reading_SomeStand", standing, quotes),
    };
}
