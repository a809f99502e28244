using BriefingBot.Answering;

namespace BriefingBot.Web.Asking;

/// <summary>How the bot reaches the articles: <see cref="QuestionAnswerer.AnswerAsync"/>.</summary>
internal delegate Task<VerifiedAnswer> AskArticles(Question question, CancellationToken cancellation);

internal static class AskingWithinBudget
{
    /// <summary>The answer, or null when it takes longer than the budget.</summary>
    public static Task<VerifiedAnswer?> WithinAsync(
        this AskArticles ask, TimeSpan budget, Question question, TimeProvider time, CancellationToken cancellation) =>
        WithinAsync(either => ask(question, either), budget, time, cancellation);

    /// <summary>What is found, or null when it takes longer than the budget.</summary>
    public static async Task<T?> WithinAsync<T>(Func<CancellationToken, Task<T>> find, TimeSpan budget, TimeProvider time, CancellationToken cancellation)
        where T : class
    {
        using var timeout = new CancellationTokenSource(budget, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            // Waited for as well, in case something on the way does not heed the token.
            return await find(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return null;
        }
    }
}
