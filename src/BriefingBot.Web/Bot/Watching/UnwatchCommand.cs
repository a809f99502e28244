using System.Text.RegularExpressions;
using BriefingBot.State;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>"Unwatch the flood", "unwatch 2", "unwatch all".</summary>
internal sealed partial class UnwatchCommand(KeptWatches watches, ILogger<UnwatchCommand> log) : ICommand
{
    private const int LongestEcho = 40;

    public bool Takes(string text) => Words().IsMatch(text);

    public async Task AnswerAsync(string text, ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        string said;
        try
        {
            said = await StopAsync(Words().Match(text).Groups["meant"].Value.Trim(' ', '.', '!', '?', ':', '"', '“', '”', '„', '«', '»'), turn.Activity, cancellation);
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("A watch could not be removed: {Reason}", outage.Message);
            said = WatchWords.NotReached;
        }

        await turn.SendActivityAsync(BotWords.Say(said), cancellation);
    }

    private async Task<string> StopAsync(string meant, IActivity activity, CancellationToken cancellation)
    {
        if (Speaker.Of(activity) is not { } speaker || await watches.ListAsync(speaker, cancellation) is not { IsEmpty: false } here)
        {
            return WatchWords.NoneYet;
        }

        if (meant.Length == 0 && here.Length > 1)
        {
            return WatchWords.WhichOne;
        }

        var found = meant.Length == 0 ? here : await watches.FindAsync(speaker, meant, cancellation);
        if (found.IsEmpty)
        {
            return WatchWords.NoSuch(Shortened.AtWord(meant, LongestEcho));
        }

        foreach (var kept in found)
        {
            await watches.RemoveAsync(kept.Id, cancellation);
        }

        return WatchWords.Stopped([.. found.Select(kept => kept.Watch)]);
    }

    [GeneratedRegex(@"^/?(?:unwatch|(?:please )?stop watching(?: for)?|(?:bitte )?beobachten?(?: Sie)?(?: bitte)? nicht mehr|nicht mehr beobachten)(?:[\s:]+(?<meant>.+)|[\s.!?]*)$|^(?:bitte )?beobachten?(?: Sie)?(?: bitte)? (?<meant>.+) nicht mehr[\s.!]*$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
