using BriefingBot.Answering;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>What opens at a citation: the whole quote between what stands around it, and where it comes from.</summary>
internal static class CitationCard
{
    // Not every sentence is a line.
    private const int MostOnASide = 300;

    public static JObject Of(VerifiedQuote quote) => Cards.Card([QuoteInLine(quote), .. Source(quote)]);

    /// <summary>The quote marked, with a line of its article before and behind it.</summary>
    public static JObject QuoteInLine(VerifiedQuote quote)
    {
        var (before, after) = QuoteContext.Line(quote);
        return Cards.Paragraph(
        [
            .. Around(before, words => Shortened.EndAtWord(words, MostOnASide) + " "),
            Cards.Run(VisibleText.Of(quote.Text)).Highlighted(),
            .. Around(after, words => " " + Shortened.AtWord(words, MostOnASide)),
        ]);
    }

    /// <summary>Title, then source, author, day and version.</summary>
    public static IEnumerable<JObject> Source(VerifiedQuote quote)
    {
        var source = SourceLine.Of(quote);
        yield return Cards.Paragraph(Cards.Run(source.Title).Bold()).Apart();
        yield return Cards.Paragraph(Cards.Run(Details(quote, source)).Subtle());
    }

    /// <summary>The same on one line.</summary>
    public static JObject SourceInLine(VerifiedQuote quote)
    {
        var source = SourceLine.Of(quote);
        return Cards.Paragraph(Cards.Run(source.Title).Bold().Small(), Cards.Run($" — {Details(quote, source)}").Subtle().Small());
    }

    private static string Details(VerifiedQuote quote, SourceLine source)
    {
        var version = BotWords.Version(quote.Article.Version);
        return source.Details.Length == 0 ? version : $"{source.Details}, {version}";
    }

    private static IEnumerable<JObject> Around(VerifiedQuote? words, Func<string, string> show) => words is null ? [] : [Cards.Run(show(VisibleText.Of(words.Text))).Subtle()];
}
