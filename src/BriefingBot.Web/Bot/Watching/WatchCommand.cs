using BriefingBot.Articles;
using BriefingBot.State;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>"Watch the flood", "watch the flood daily at 8:00": news on a topic are told here from now on.</summary>
internal sealed class WatchCommand(KeptWatches watches, IOptions<BotOptions> options, ILogger<WatchCommand> log) : ICommand
{
    public bool Takes(string text) => WatchWish.In(text) is not null;

    public async Task AnswerAsync(string text, ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        string said;
        try
        {
            said = await BeginAsync(WatchWish.In(text)!, turn.Activity, cancellation);
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("A watch could not be kept: {Reason}", outage.Message);
            said = WatchWords.NotReached;
        }

        await turn.SendActivityAsync(BotWords.Say(said), cancellation);
    }

    private async Task<string> BeginAsync(WatchWish wish, IMessageActivity activity, CancellationToken cancellation)
    {
        var (topic, time) = (CanonicalText.OneLine(wish.Topic), wish.IsDaily ? wish.TimeOfDay() : null);
        return options.Value.WatchMinutes == 0 ? WatchWords.SwitchedOff
            : topic.Length == 0 ? WatchWords.HowTo
            : topic.Length > Watch.LongestTopic ? WatchWords.TopicTooLong(topic.Length)
            : wish.OtherTimes.Length > 0 ? WatchWords.NotSoOften(wish.OtherTimes, topic)
            : wish.IsDaily && time is null ? WatchWords.NoTime(Shortened.AtWord(wish.Time, 40))
            : Speaker.Of(activity) is not { } speaker ? WatchWords.NotKnownWho
            : await watches.BeginAsync(speaker, topic, time, activity, cancellation);
    }
}
