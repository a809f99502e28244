namespace BriefingBot.Web.Bot;

internal static class FeedbackServices
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) => services
        .AddSingleton<AnswerFeedback>()
        .AddSingleton<FeedbackEvent>()
        .AddSingleton<IInvocation, FeedbackInvocation>()
        .AddSingleton<ICardButton, FeedbackButton>();
}
