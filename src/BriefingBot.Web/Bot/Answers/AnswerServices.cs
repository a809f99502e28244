namespace BriefingBot.Web.Bot;

internal static class AnswerServices
{
    /// <summary>Adds what can be done with an answer after it was given.</summary>
    public static IServiceCollection AddAnswerButtons(this IServiceCollection services) => services
        .AddSingleton<AnswerCards>()
        .AddSingleton<MoreQuotes>()
        .AddSingleton<ICardButton, AnswerButtons>()
        .AddSingleton<ButtonPresses>()
        .AddSingleton<IInvocation, CardActions>();
}
