using BriefingBot.Answering;

namespace BriefingBot.Web.Bot;

/// <summary>What stands on cards besides article text, and what is said when one of their buttons is pressed. Plain text.</summary>
internal static class CardWords
{
    public const string ShowInContext = "Show in context";

    public const string OpenArticle = "Open article";

    public const string MoreQuotes = "More quotes";

    public const string Back = "Back";

    /// <summary>Over quotes that were asked for with <see cref="MoreQuotes"/>.</summary>
    public const string Further = "More quotes:";

    public const string NoFurther = "There are no more quotes that I can show for this question.";

    public const string ArticleChanged = "This is how the article stood when it was quoted. It has changed since.";

    public const string NotKept = "I do not keep this answer any longer, so its buttons have stopped working. Please ask the question again.";

    public const string NotReadable = "This article is not available any more: it was removed, or you may not read it. Please ask the question again.";

    public const string GivenElsewhere = "This answer was given in another conversation, so its buttons do not work here. Please ask me the question.";

    public const string NotReached = "I am sorry: what I keep of my answers is out of reach at the moment. Please press again in a minute.";

    public const string UnknownButton = "I do not know what this button means; it may be from an older version of me. Please ask the question again.";

    /// <summary>For who is read a card to, or has a client that draws none.</summary>
    public static string Summary(int quotes, int articles) => $"{Number(quotes, "quote")} from {Number(articles, "article")}.";

    public static string InContext(int number) => Text($"Quote {number} in its article");

    public static string ShowInContextOf(int number) => Text($"Show quote {number} in context");

    public static string OpenArticleOf(int number, SourceLine source) => Text($"Open the article of quote {number}: {source.Title}");

    /// <summary>What is sent when a suggestion is pressed, so it must be what the bot takes for a wish for a briefing.</summary>
    public static string BriefOn(string subject) => $"Brief me on {subject}";

    public static string FurtherSent(int quotes) => $"{(quotes == 1 ? "Here is" : "Here are")} {Number(quotes, "more quote")}.";

    private static string Number(int number, string noun) => Text($"{number} {noun}{(number == 1 ? "" : "s")}");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
