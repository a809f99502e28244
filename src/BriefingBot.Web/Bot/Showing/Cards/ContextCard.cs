using System.Text.RegularExpressions;
using BriefingBot.Answering;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>A quote marked among the paragraphs that it stands in.</summary>
internal static partial class ContextCard
{
    // Some articles are one paragraph.
    private const int MostOnASide = 2_000;

    /// <param name="quote">The quote.</param>
    /// <param name="isCurrent">Whether its article still has the version that it stands in.</param>
    /// <param name="actions">What can be done next.</param>
    public static JObject Of(NumberedQuote quote, bool isCurrent, IEnumerable<JObject> actions)
    {
        var title = CardWords.InContext(quote.Number);
        var card = Cards.Card(
            [
                Cards.Paragraph(Cards.Run(title).Bold()),
                .. Paragraphs(quote.Quote),
                .. CitationCard.Source(quote.Quote),
                .. isCurrent ? Array.Empty<JObject>() : [Cards.Paragraph(Cards.Run(CardWords.ArticleChanged).Subtle())],
            ],
            actions);
        (card["fallbackText"], card["speak"]) = (title, title);
        return card;
    }

    private static IEnumerable<JObject> Paragraphs(VerifiedQuote quote)
    {
        var runs = new List<JObject>();
        foreach (var (words, isQuote) in Parts(quote, QuoteContext.OfParagraphs(quote)))
        {
            foreach (var (index, part) in BlankLines().Split(VisibleText.Of(words)).Index())
            {
                if (index > 0 && runs.Count > 0)
                {
                    yield return Cards.Paragraph(runs);
                    runs.Clear();
                }

                if (part.Length > 0)
                {
                    runs.Add(isQuote ? Cards.Run(part).Highlighted() : Cards.Run(part).Subtle());
                }
            }
        }

        yield return Cards.Paragraph(runs);
    }

    /// <summary>What stands there, in order, with the blanks between.</summary>
    private static IEnumerable<(string Words, bool IsQuote)> Parts(VerifiedQuote quote, QuoteContext context)
    {
        if (context.Before is { } before)
        {
            yield return (Shortened.EndAtWord(before.Text, MostOnASide) + Between(before, quote), false);
        }

        yield return (quote.Text, true);
        if (context.After is { } after)
        {
            yield return (Between(quote, after) + Shortened.AtWord(after.Text, MostOnASide), false);
        }
    }

    private static string Between(VerifiedQuote first, VerifiedQuote second) => first.Article.Text[first.Span.End..second.Span.Start];

    [GeneratedRegex(@"\n(?:[^\S\n]*\n)+")]
    private static partial Regex BlankLines();
}
