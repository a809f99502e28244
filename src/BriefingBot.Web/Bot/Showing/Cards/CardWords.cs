using BriefingBot.Answering;
using BriefingBot.Texts;

namespace BriefingBot.Web.Bot;

/// <summary>What stands on cards besides article text, and what is said when one of their buttons is pressed. Plain text.</summary>
internal static class CardWords
{
    public static string ShowInContext => ReaderText.Of("Card_ShowInContext");

    public static string OpenArticle => ReaderText.Of("Card_OpenArticle");

    public static string MoreQuotes => ReaderText.Of("Card_MoreQuotes");

    public static string Back => ReaderText.Of("Card_Back");

    /// <summary>Over quotes that were asked for with <see cref="MoreQuotes"/>.</summary>
    public static string Further => ReaderText.Of("Card_Further");

    public static string NoFurther => ReaderText.Of("Card_NoFurther");

    public static string ArticleChanged => ReaderText.Of("Card_ArticleChanged");

    public static string NotKept => ReaderText.Of("Card_NotKept");

    public static string NotReadable => ReaderText.Of("Card_NotReadable");

    public static string GivenElsewhere => ReaderText.Of("Card_GivenElsewhere");

    public static string NotReached => ReaderText.Of("Card_NotReached");

    public static string UnknownButton => ReaderText.Of("Card_UnknownButton");

    /// <summary>For who is read a card to, or has a client that draws none.</summary>
    public static string Summary(int quotes, int articles) => ReaderText.Of("Card_Summary", ReaderText.Counted("Card_Quotes", quotes), ReaderText.Counted("Card_FromArticles", articles));

    public static string InContext(int number) => ReaderText.Of("Card_InContext", number);

    public static string ShowInContextOf(int number) => ReaderText.Of("Card_ShowInContextOf", number);

    public static string OpenArticleOf(int number, SourceLine source) => ReaderText.Of("Card_OpenArticleOf", number, source.Title);

    /// <summary>What a suggestion says. Some clients send that in place of <see cref="SentFor"/>, so it is taken for a wish for a briefing in each language.</summary>
    public static string BriefOn(string subject) => ReaderText.Of("Card_BriefOn", subject);

    /// <summary>What is sent when a suggestion is pressed, the same in every language.</summary>
    public static string SentFor(string subject) => $"Brief me on {subject}";

    public static string FurtherSent(int quotes) => ReaderText.Counted("Card_FurtherSent", quotes);
}
