using BriefingBot.State;
using BriefingBot.Web.Asking;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>What the bot does once.</summary>
internal sealed class OnceOnlyKinds(IStateStore state, IOptions<BotOptions> options, TimeProvider time, ILogger<OnceOnly> log)
{
    // Behind an answer's budget: what was found is delivered, to a channel that may ask to wait.
    private static readonly TimeSpan Delivery = TimeSpan.FromMinutes(2);

    /// <summary>Activities that are answered: channels send one again when they have waited for too long.</summary>
    public OnceOnly Answered { get; } = new(state, "answered", options.Value.AnswerTimeout + Delivery, TimeSpan.FromMinutes(30), time, log);

    /// <summary>Conversations that were welcomed: Emulator and Web Chat announce the bot and the user one by one, within seconds.</summary>
    public OnceOnly Welcomed { get; } = new(state, "welcomed", Delivery, TimeSpan.FromDays(1), time, log);
}
