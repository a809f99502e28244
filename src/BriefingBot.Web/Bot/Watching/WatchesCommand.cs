using System.Text.RegularExpressions;
using BriefingBot.State;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>"Watches": what is watched for whoever asks, in this conversation. In a group nobody sees what somebody watches elsewhere.</summary>
internal sealed partial class WatchesCommand(KeptWatches watches, ILogger<WatchesCommand> log) : ICommand
{
    public bool Takes(string text) => Words().IsMatch(text);

    public async Task AnswerAsync(string text, ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        try
        {
            var mine = Speaker.Of(turn.Activity) is { } speaker ? await watches.ListAsync(speaker, cancellation) : [];
            await turn.SendActivityAsync(mine.IsEmpty ? BotWords.Say(WatchWords.NoneYet) : BotWords.Show(WatchWords.List(mine.Select(kept => kept.Watch))), cancellation);
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("Watches could not be listed: {Reason}", outage.Message);
            await turn.SendActivityAsync(BotWords.Say(WatchWords.NotReached), cancellation);
        }
    }

    [GeneratedRegex(@"^/?(?:(?:list|show)(?: me)? )?(?:(?:all|my|the) )*watches[\s.!?]*$|^what (?:do|are) you watch(?:ing)?(?: for me)?[\s.!?]*$|^/?(?:meine )?beobachtungen[\s.!?]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
