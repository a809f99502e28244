using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Web.Articles;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>Makes the card of an answer and puts it beside the answer's text.</summary>
internal sealed class AnswerCards(ArticleLinks links, RelatedSubjects subjects, TimeProvider time, ILogger<AnswerCards> log)
{
    // Teams draws six buttons in a row at most, and three fit a phone.
    private const int MostSubjects = 3;

    // Nobody waits longer for what is only a suggestion.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The messages of an answer with its card, where the channel draws cards and there is something quoted.</summary>
    public async Task<ImmutableArray<Activity>> AddAsync(
        ImmutableArray<Activity> messages, string question, Shown shown, string? answerId, ChannelAbilities channel, CancellationToken cancellation)
    {
        if (!channel.HasCards || shown.Quotes.IsEmpty)
        {
            return messages;
        }

        var card = await OfAsync(question, [.. shown.Quotes.Select((quote, index) => new NumberedQuote(index + 1, quote))], shown.HasFurther, new(answerId, channel, shown.Address), cancellation);
        if (channel.CardsApart)
        {
            return messages.Add(AsMessage(card));
        }

        messages[^1].Attachments = [card.AsAttachment(), .. messages[^1].Attachments ?? []];
        return messages;
    }

    /// <summary>The card alone.</summary>
    public async Task<JObject> OfAsync(string question, ImmutableArray<NumberedQuote> quotes, bool hasFurther, CardButtons buttons, CancellationToken cancellation) =>
        AnswerCard.Of(quotes, buttons, hasFurther, await SubjectsAsync(question, [.. quotes.Select(quote => quote.Quote)], cancellation));

    /// <summary>The buttons of cards with quotes of an answer that was given before.</summary>
    public CardButtons ButtonsOf(string answerId, ChannelAbilities channel, params ImmutableArray<VerifiedQuote> quotes) => new(answerId, channel, links.Among(quotes));

    /// <summary>A message that has a card and nothing else.</summary>
    public static Activity AsMessage(JObject card) => new() { Type = ActivityTypes.Message, Attachments = [card.AsAttachment()], Summary = (string?)card["fallbackText"], InputHint = InputHints.AcceptingInput };

    private async Task<ImmutableArray<string>> SubjectsAsync(string question, ImmutableArray<VerifiedQuote> quotes, CancellationToken cancellation)
    {
        try
        {
            return await AskingWithinBudget.WithinAsync(
                async cancelled => (IReadOnlyList<string>)await subjects.FindAsync(question, quotes, Asker.Unknown, MostSubjects, cancelled), Patience, time, cancellation) is { } found ? [.. found] : [];
        }
        catch (Exception fault) when (Apology.IsOutage(fault) || fault.GetBaseException() is ArticleStoreException)
        {
            // An article that is damaged, or a store that is away, must not cost an answer that is there.
            log.LogWarning("An answer has no suggestions: {Reason}", fault.Message);
            return [];
        }
    }
}
