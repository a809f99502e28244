using BriefingBot.State;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>The button under news that ends their watch. It comes back from a client, and only whoever made the watch can press it, where they made it.</summary>
internal sealed class StopWatching(KeptWatches watches, WatchRecords records, ILogger<StopWatching> log) : ISubmission
{
    /// <summary>Of the button, where the verb travels beside its data.</summary>
    public const string Verb = "stopWatching";

    private const string WatchField = "watch";

    public string Action => Verb;

    public static JObject Button(string watchId, ChannelAbilities channel) => channel.HasExecute
        ? new() { ["type"] = "Action.Execute", ["title"] = WatchWords.StopWatching, ["verb"] = Verb, ["data"] = new JObject { [WatchField] = Own(watchId) } }
        : new() { ["type"] = "Action.Submit", ["title"] = WatchWords.StopWatching, ["data"] = new JObject { ["action"] = Verb, [WatchField] = Own(watchId) } };

    public async Task AnswerAsync(JObject data, ITurnContext<IMessageActivity> turn, CancellationToken cancellation) =>
        await turn.SendActivityAsync(BotWords.Say((await PressAsync(data, turn.Activity, cancellation)).Sentence), cancellation);

    public async Task<ButtonResult> PressAsync(JToken? data, IActivity activity, CancellationToken cancellation)
    {
        if (((data as JObject)?[WatchField] as JValue)?.Value is not string { Length: 32 } own || Speaker.Of(activity) is not { } speaker)
        {
            return ButtonResult.Saying(CardWords.UnknownButton);
        }

        try
        {
            if (await records.FindAsync($"{speaker.Id}/{own}", cancellation) is { } kept)
            {
                await watches.RemoveAsync(kept.Id, cancellation);
                return ButtonResult.Saying(WatchWords.Stopped([kept.Watch]));
            }

            return ButtonResult.Saying(Addressee.IsGroup(activity) && await IsAnothersAsync(own, cancellation) ? WatchWords.NotYours : WatchWords.AlreadyStopped);
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("A watch could not be removed: {Reason}", outage.Message);
            return ButtonResult.Saying(WatchWords.NotReached);
        }
    }

    private ValueTask<bool> IsAnothersAsync(string own, CancellationToken cancellation) => records.ListAsync("", cancellation).AnyAsync(kept => Own(kept.Id) == own, cancellation);

    private static string Own(string id) => id[(id.LastIndexOf('/') + 1)..];
}
