using System.Collections.Immutable;
using BriefingBot.Answering;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>What stands beside an answer's text: each quote in its line, where it is from, and what can be done next.</summary>
internal static class AnswerCard
{
    // The text has all quotes; a card with more of them again would hide it. Of the others it says how they begin, and where they are from.
    private const int MostInLine = 3;
    private const int LongestBeginning = 90;

    // A message has room for citations or a card.
    private const int MostCharacters = 12_000;

    /// <summary>The card, with as many quotes as there is room for.</summary>
    /// <param name="quotes">The quotes.</param>
    /// <param name="buttons">Its buttons.</param>
    /// <param name="hasFurther">Whether there are more.</param>
    /// <param name="subjects">What can be asked about next.</param>
    public static JObject Of(ImmutableArray<NumberedQuote> quotes, CardButtons buttons, bool hasFurther, ImmutableArray<string> subjects)
    {
        var body = new List<JObject>();
        var room = MostCharacters;
        foreach (var (index, quote) in quotes.Index())
        {
            var part = Part(quote, buttons, isInLine: index < MostInLine);
            room -= part.ToString(Formatting.None).Length;
            if (room < 0)
            {
                break;
            }

            body.Add(part);
        }

        var card = Cards.Card(body, [.. hasFurther ? buttons.More() : [], .. subjects.Select(subject => buttons.Ask(CardWords.BriefOn(subject), CardWords.SentFor(subject)))]);
        var summary = CardWords.Summary(quotes.Length, quotes.Select(quote => quote.Quote.Article.Id).Distinct(StringComparer.Ordinal).Count());
        (card["fallbackText"], card["speak"]) = (summary, summary);
        return card;
    }

    private static JObject Part(NumberedQuote quote, CardButtons buttons, bool isInLine)
    {
        var line = isInLine ? CitationCard.QuoteInLine(quote.Quote) : Cards.Paragraph(Cards.Run(Shortened.AtWord(VisibleText.OneLine(quote.Quote.Text), LongestBeginning)));
        ((JArray)line["inlines"]!).Insert(0, Cards.Run($"[{quote.Number}] ").Bold());
        JObject[] actions = [.. buttons.Of(quote)];
        return Cards.Group([line, CitationCard.SourceInLine(quote.Quote), .. actions.Length > 0 ? [Cards.Buttons(actions)] : Array.Empty<JObject>()]);
    }
}
