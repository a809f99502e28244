using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Web.Pages;
using BriefingBot.Web.Samples;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Asking;

/// <summary>The first page: a question in its address, and below the form what the articles say to it.</summary>
internal sealed class AskEndpoint(AskArticles ask, CheckQuote check, BriefOn brief, OfferedQuestions offered, IOptions<BotOptions> options, TimeProvider time, ILogger<AskEndpoint> log)
{
    public const string Path = "/";

    public async Task<IResult> GetAsync(HttpContext context)
    {
        var given = context.Request.Query[AskPage.QuestionName].FirstOrDefault();
        var view = new AskView { Offered = await offered.ListAsync(context.RequestAborted) };
        if (given is null)
        {
            return Show(StatusCodes.Status200OK, view);
        }

        // As in chat: what no article can have in it is not asked for either.
        var text = CanonicalText.From(given).Trim();
        view = view with { Question = text };
        switch (text.Length)
        {
            case 0:
                return Show(StatusCodes.Status400BadRequest, view with { Problem = AskingWords.NoWords });
            case > Question.MaxLength:
                return Show(StatusCodes.Status400BadRequest, view with { Problem = AskingWords.TooLong(text.Length) });
        }

        if (SmallTalk.IsCourtesy(text))
        {
            return Show(StatusCodes.Status200OK, view with { Reply = AskingWords.YouAreWelcome });
        }

        if (SmallTalk.Greets(text) || SmallTalk.AsksForHelp(text))
        {
            return Show(StatusCodes.Status200OK, view with { Reply = AskingWords.Hello });
        }

        var found = QuoteToCheck.In(text) is { } quotation
            ? await FindAsync(cancelled => check(quotation, Asker.Unknown, cancelled), shown => view with { Check = shown })
            : BriefingSubject.In(text) is { } wanted
            ? await FindAsync(cancelled => brief(wanted, cancelled), shown => view with { Digest = shown })
            : await FindAsync(cancelled => ask(new(text, Asker.Unknown), cancelled), shown => view with { Answer = shown });
        if (found is null)
        {
            log.LogWarning("A question was not answered within Bot:AnswerTimeoutSeconds, {Seconds} s", options.Value.AnswerTimeoutSeconds);
            return Show(StatusCodes.Status503ServiceUnavailable, view with { Problem = AskingWords.OverBudget(options.Value.AnswerTimeoutSeconds) });
        }

        return Show(StatusCodes.Status200OK, found);

        async Task<AskView?> FindAsync<T>(Func<CancellationToken, Task<T>> find, Func<T, AskView> show)
            where T : class =>
            await AskingWithinBudget.WithinAsync(find, options.Value.AnswerTimeout, time, context.RequestAborted) is { } shown ? show(shown) : null;
    }

    private static Page Show(int status, AskView view) => Page.Of<AskPage>(status, new() { [nameof(AskPage.View)] = view });
}

internal static class AskPageMapping
{
    public static WebApplication MapAskPage(this WebApplication app)
    {
        PageDoor.Map(app, AskEndpoint.Path, (HttpContext context) => ActivatorUtilities.CreateInstance<AskEndpoint>(context.RequestServices).GetAsync(context));
        return app;
    }
}
