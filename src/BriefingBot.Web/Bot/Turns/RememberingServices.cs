using BriefingBot.State;
using BriefingBot.Web.Asking;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

internal static class RememberingServices
{
    public static IServiceCollection AddRemembering(this IServiceCollection services) => services
        .AddSingleton(new PersonalKind(Conversations.Kind))
        .AddSingleton(new PersonalKind(AnswerRecords.Kind))
        .AddSingleton<AnswerRecords>()
        .AddSingleton(provider => new Conversations(
            new StateStorage(provider.GetRequiredService<IStateStore>(), Conversations.Kind, TimeSpan.FromMinutes(provider.GetRequiredService<IOptions<BotOptions>>().Value.ConversationMinutes)),
            provider.GetRequiredService<ILogger<Conversations>>()))
        .AddSingleton<OnceOnlyKinds>()
        .AddSingleton(provider => new AnswerQueue(provider.GetRequiredService<IOptions<BotOptions>>().Value.AnswersAtOnce))
        .AddSingleton<WaitingQuestions>()
        .AddSingleton<Exchange>();
}
