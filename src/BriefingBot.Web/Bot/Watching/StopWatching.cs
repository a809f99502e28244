using BriefingBot.State;
using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>The button under news that ends their watch. It comes back from a client, and only whoever made the watch can press it, where they made it.</summary>
internal sealed class StopWatching(KeptWatches watches, WatchRecords records, ILogger<StopWatching> log) : ICardButton
{
    private const string Verb = "stopWatching";

    private const string WatchField = "watch";

    public static JObject Button(string watchId, ChannelAbilities channel) => channel.HasExecute
        ? new() { ["type"] = "Action.Execute", ["title"] = WatchWords.StopWatching, ["verb"] = Verb, ["data"] = new JObject { [WatchField] = Own(watchId) } }
        : new() { ["type"] = "Action.Submit", ["title"] = WatchWords.StopWatching, ["data"] = new JObject { [PressedButton.VerbName] = Verb, [WatchField] = Own(watchId) } };

    public bool Takes(string verb) => verb == Verb;

    public async Task<ButtonResult> PressAsync(string verb, JObject data, ITurnContext turn, CancellationToken cancellation)
    {
        if ((data[WatchField] as JValue)?.Value is not string { Length: 32 } own || Speaker.Of(turn.Activity) is not { } speaker)
        {
            return ButtonResult.Unknown;
        }

        try
        {
            if (await records.FindAsync($"{speaker.Id}/{own}", cancellation) is { } kept)
            {
                await watches.RemoveAsync(kept.Id, cancellation);
                return ButtonResult.Saying(WatchWords.Stopped([kept.Watch]));
            }

            return ButtonResult.Saying(
                await IsAmongAsync(own, speaker.PersonPrefix, cancellation) ? WatchWords.MadeElsewhere
                : Addressee.IsGroup(turn.Activity) && await IsAmongAsync(own, "", cancellation) ? WatchWords.NotYours
                : WatchWords.AlreadyStopped);
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("A watch could not be removed: {Reason}", outage.Message);
            return ButtonResult.Saying(WatchWords.NotReached);
        }
    }

    private ValueTask<bool> IsAmongAsync(string own, string prefix, CancellationToken cancellation) => records.ListAsync(prefix, cancellation).AnyAsync(kept => Own(kept.Id) == own, cancellation);

    private static string Own(string id) => id[(id.LastIndexOf('/') + 1)..];
}
