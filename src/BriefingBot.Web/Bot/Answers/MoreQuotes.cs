using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Builder;

namespace BriefingBot.Web.Bot;

/// <summary>Asks an answer's question again for quotes that were not shown, and sends them as an answer of their own.</summary>
internal sealed class MoreQuotes(AskArticles ask, Exchange exchange, TimeProvider time)
{
    // Teams gives up on a button after 15 s; the quotes have to be sent by then as well.
    private const int PatienceSeconds = 8;

    public async Task<ButtonResult> SendAsync(AnswerRecord answer, ITurnContext turn, CancellationToken cancellation)
    {
        var question = new Question(answer.Question, Asker.Unknown)
        {
            // "Last month" is about the day when it was asked. A language model has written its answer already.
            Asked = DateOnly.FromDateTime(answer.At.UtcDateTime),
            IsExtractive = true,
            Shown = [.. answer.Earlier, .. answer.Quotes],
        };
        if (await ask.WithinAsync(TimeSpan.FromSeconds(PatienceSeconds), question, time, cancellation) is not { } further)
        {
            return ButtonResult.Saying(AskingWords.OverBudget(PatienceSeconds));
        }

        if (further.Quotes.IsEmpty)
        {
            return ButtonResult.Saying(CardWords.NoFurther);
        }

        await exchange.AnswerAsync(
            turn,
            (_, _) => Task.FromResult(further),
            Turn.Of,
            (found, channel, links) => Shown.Of(found, channel, links).AsFurther(CardWords.Further, question.Shown),
            cancellation);
        return ButtonResult.Saying(CardWords.FurtherSent(further.Quotes.Length)) with { IsSent = true };
    }
}
