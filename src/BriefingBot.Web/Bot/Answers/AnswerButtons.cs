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
internal sealed class AnswerButtons(AnswerRecords records, IArticleStore articles, AnswerCards cards, MoreQuotes more, ILogger<AnswerButtons> log)
{
    public async Task<ButtonResult> PressAsync(PressedButton pressed, ITurnContext turn, CancellationToken cancellation)
    {
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
        return ButtonResult.Showing(ContextCard.Of(quote, opened.IsCurrent, [.. buttons.Back(), .. buttons.Opening(quote)]));
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

/// <summary>What comes of a pressed button: a card, or a sentence, which says what was sent where that was done.</summary>
internal sealed record ButtonResult(JObject? Card, string Sentence)
{
    /// <summary>Whether what was wanted has been sent, so that nothing more need be said.</summary>
    public bool IsSent { get; init; }

    public static ButtonResult Showing(JObject card) => new(card, "");

    public static ButtonResult Saying(string sentence) => new(null, sentence);
}
