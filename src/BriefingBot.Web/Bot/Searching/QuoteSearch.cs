using System.Collections.Immutable;
using System.Net;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Web.Articles;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>
/// The search in Teams' compose box: what is typed is looked for, and the quote that is chosen goes into the message as a card with its source
/// (learn.microsoft.com, "Respond to search command"). It shows the nearest quotes also where they would not do as an answer: whoever searches chooses.
/// </summary>
internal sealed class QuoteSearch(AskArticles ask, LatestSearch latest, ArticleLinks links, TimeProvider time, ILogger<QuoteSearch> log) : IInvocation
{
    // Teams waits for 5 s, the way to it included.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4);

    // A line, and two below it; what is inserted has the whole quote.
    private const int LongestTitle = 60;
    private const int LongestPreview = 160;

    public string Name => "composeExtension/query";

    public async Task<InvokeResponse> AnswerAsync(ITurnContext<IInvokeActivity> turn, CancellationToken cancellation)
    {
        var words = CanonicalText.OneLine(WordsIn(turn.Activity.Value));
        if (words.Length is 0 or > Question.MaxLength)
        {
            return Saying(words.Length == 0 ? SearchWords.Empty : AskingWords.TooLong(words.Length));
        }

        try
        {
            // Nobody has a language model write while the list is waited for.
            var question = new Question(words, Asker.Unknown) { IsExtractive = true, NeverRefuse = true };
            return await latest.RunAsync(Speaker.Of(turn.Activity)?.Id, either => FindAsync(question, either), cancellation) ?? Results([]);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            var reference = Apology.NewReference();
            log.LogError(Apology.IsOutage(fault) ? null : fault, "A search from the compose box failed, reference {Reference}: {Reason}", reference, fault.Message);
            return Saying(Apology.For(fault, reference));
        }
    }

    private async Task<InvokeResponse> FindAsync(Question question, CancellationToken cancellation) =>
        await ask.WithinAsync(Budget, question, time, cancellation) is not { } found ? Saying(SearchWords.TooSlow)
        : found.Quotes.IsEmpty || found.Overruled == RefusalReason.NothingFound ? Saying(SearchWords.NothingFound)
        : Results(found.Quotes);

    // Agents Playground names neither the command nor, unless it is told to, the parameter, and sends each key by itself.
    private static string WordsIn(object? value) => (value as JObject)?["parameters"] is JArray parameters
        ? parameters.OfType<JObject>().Where(parameter => (parameter["name"] as JValue)?.Value is null or "query").Select(parameter => (parameter["value"] as JValue)?.Value as string).FirstOrDefault() ?? ""
        : "";

    private static InvokeResponse Saying(string words) => Response(new() { ["type"] = "message", ["text"] = words });

    private static InvokeResponse Response(JObject extension) => new() { Status = StatusCodes.Status200OK, Body = new JObject { ["composeExtension"] = extension } };

    private static JObject Preview(VerifiedQuote quote) => new()
    {
        ["contentType"] = "application/vnd.microsoft.card.thumbnail",

        // Teams reads the text of such a card as HTML, and the title as it is.
        ["content"] = new JObject
        {
            ["title"] = Shortened.AtWord(SourceLine.Of(quote).Title, LongestTitle),
            ["text"] = WebUtility.HtmlEncode(Shortened.AtWord(VisibleText.OneLine(quote.Text), LongestPreview)),
        },
    };

    private InvokeResponse Results(ImmutableArray<VerifiedQuote> quotes)
    {
        var address = links.Among(quotes);
        return Response(new()
        {
            ["type"] = "result",
            ["attachmentLayout"] = "list",
            ["attachments"] = new JArray(quotes.Select(quote => new JObject { ["contentType"] = Cards.ContentType, ["content"] = Inserted(quote, SourceLine.Of(quote, address)), ["preview"] = Preview(quote) })),
        });
    }

    private static JObject Inserted(VerifiedQuote quote, SourceLine source)
    {
        var card = CitationCard.Of(quote);
        if (source.Link is { } link)
        {
            card["actions"] = new JArray(Cards.Opening(CardWords.OpenArticle, source.Title, link));
        }

        return card;
    }
}
