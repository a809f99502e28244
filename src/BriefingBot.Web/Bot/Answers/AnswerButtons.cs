using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.State;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>Does what a button of an answer's card says: for whoever pressed it, with what they may read now.</summary>
internal sealed class AnswerButtons(AnswerRecords records, IArticleStore articles, AnswerCards cards, MoreQuotes more, ILogger<AnswerButtons> log) : ICardButton
{
    public bool Takes(string verb) => PressedButton.IsVerb(verb);

    public async Task<ButtonResult> PressAsync(string verb, JObject data, ITurnContext turn, CancellationToken cancellation)
    {
        if (PressedButton.From(verb, data) is not { } pressed)
        {
            return ButtonResult.Unknown;
        }

        if (!AnswerRecords.IsOf(turn.Activity, pressed.AnswerId))
        {
            return ButtonResult.Saying(CardWords.GivenElsewhere);
        }

        AnswerRecord? answer;
        try
        {
            answer = await records.FindAsync(pressed.AnswerId, cancellation);
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("A button could not be answered: {Reason}", outage.Message);
            return ButtonResult.Saying(CardWords.NotReached);
        }

        return (answer, pressed.Verb) switch
        {
            (null, _) => ButtonResult.Saying(CardWords.NotKept),
            (_, PressedButton.ShowInContext) => await ShowInContextAsync(answer, pressed, turn.Activity, cancellation),
            (_, PressedButton.Back) => await ShowAnswerAsync(answer, pressed, turn.Activity, cancellation),
            _ => await more.SendAsync(answer, turn, cancellation),
        };
    }

    private async Task<ButtonResult> ShowInContextAsync(AnswerRecord answer, PressedButton pressed, IActivity activity, CancellationToken cancellation)
    {
        if (pressed.Quote < 1 || pressed.Quote > answer.Quotes.Length)
        {
            return ButtonResult.Saying(CardWords.UnknownButton);
        }

        if (await OpenAsync(answer.Quotes[pressed.Quote - 1], cancellation) is not { Quotes: [var words, ..] } opened)
        {
            return ButtonResult.Saying(CardWords.NotReadable);
        }

        var (quote, buttons) = (new NumberedQuote(pressed.Quote, words), cards.ButtonsOf(pressed.AnswerId, ChannelAbilities.Of(activity), words));
        return ButtonResult.Showing(ContextCard.Of(quote, opened.IsCurrent, [.. buttons.Back(), .. buttons.Opening(quote)])) with { AnswerId = pressed.AnswerId };
    }

    private async Task<ButtonResult> ShowAnswerAsync(AnswerRecord answer, PressedButton pressed, IActivity activity, CancellationToken cancellation)
    {
        var quotes = ImmutableArray.CreateBuilder<NumberedQuote>();
        foreach (var (index, place) in answer.Quotes.Index())
        {
            if (await OpenAsync(place, cancellation) is { Quotes: [var words, ..] })
            {
                quotes.Add(new(index + 1, words));
            }
        }

        var buttons = cards.ButtonsOf(pressed.AnswerId, ChannelAbilities.Of(activity), [.. quotes.Select(quote => quote.Quote)]);
        return quotes.Count == 0
            ? ButtonResult.Saying(CardWords.NotReadable)
            : ButtonResult.Showing(await cards.OfAsync(answer.Question, quotes.ToImmutable(), answer.HasFurther, buttons, cancellation));
    }

    private Task<OpenedArticle?> OpenAsync(QuotedPlace place, CancellationToken cancellation) =>
        OpenedArticle.OpenAsync(articles, place.ArticleId, place.Version, [place.Span()], Asker.Unknown, cancellation);
}
