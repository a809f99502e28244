using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BriefingBot.State;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>"Unwatch the flood", "unwatch 2", "unwatch all"; and "stop", where there is something that can be meant.</summary>
internal sealed partial class UnwatchCommand(KeptWatches watches, ILogger<UnwatchCommand> log) : ICommand
{
    private const int LongestEcho = 40;

    public bool Takes(string text) => Words().IsMatch(text) || Stop().IsMatch(text);

    public async Task AnswerAsync(string text, ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        Activity said;
        try
        {
            said = Stop().IsMatch(text) ? await StopAsync(text, turn.Activity, cancellation)
                : await UnwatchAsync(Words().Match(text).Groups["meant"].Value.Trim(' ', '.', '!', '?', ':', '"', '“', '”', '„', '«', '»'), turn.Activity, cancellation);
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("A watch could not be removed: {Reason}", outage.Message);
            said = BotWords.Say(WatchWords.NotReached);
        }

        await turn.SendActivityAsync(said, cancellation);
    }

    /// <summary>Without a word of what. Who has nothing watched here means the conversation, if anything.</summary>
    private async Task<Activity> StopAsync(string text, IActivity activity, CancellationToken cancellation) => await ListAsync(activity, cancellation) switch
    {
        [] => BotWords.Say(SmallTalk.IsCourtesy(text) ? AskingWords.YouAreWelcome : WatchWords.NoneYet),
        [var only] => await RemoveAsync([only], cancellation),
        var several => BotWords.Show(WatchWords.List(several.Select(kept => kept.Watch))),
    };

    private async Task<Activity> UnwatchAsync(string meant, IActivity activity, CancellationToken cancellation)
    {
        if (await ListAsync(activity, cancellation) is not { IsEmpty: false } here)
        {
            return BotWords.Say(WatchWords.NoneYet);
        }

        if (meant.Length == 0 && here.Length > 1)
        {
            return BotWords.Say(WatchWords.WhichOne);
        }

        var found = meant.Length == 0 ? here : await watches.FindAsync(Speaker.Of(activity)!, meant, cancellation);
        return found.IsEmpty ? BotWords.Say(WatchWords.NoSuch(Shortened.AtWord(meant, LongestEcho))) : await RemoveAsync(found, cancellation);
    }

    private async Task<ImmutableArray<KeptWatch>> ListAsync(IActivity activity, CancellationToken cancellation) => Speaker.Of(activity) is { } speaker ? await watches.ListAsync(speaker, cancellation) : [];

    private async Task<Activity> RemoveAsync(ImmutableArray<KeptWatch> found, CancellationToken cancellation)
    {
        foreach (var kept in found)
        {
            await watches.RemoveAsync(kept.Id, cancellation);
        }

        return BotWords.Say(WatchWords.Stopped([.. found.Select(kept => kept.Watch)]));
    }

    [GeneratedRegex(@"^/?(?:(?:please|bitte) )?(?:stopp?|unsubscribe|abmelden|abbestellen|hören Sie(?: bitte)? auf|hör(?: bitte)? auf)(?: (?:it|that|this|now|please|bitte|damit))*[\s.!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stop();

    [GeneratedRegex(@"^/?stop (?<meant>all|everything|#?[0-9]+)[\s.!]*$|^/?(?:unwatch|(?:please )?stop watching(?: for)?|(?:bitte )?beobachten?(?: Sie)?(?: bitte)? nicht mehr|nicht mehr beobachten)(?:[\s:]+(?<meant>.+)|[\s.!?]*)$|^(?:bitte )?beobachten?(?: Sie)?(?: bitte)? (?<meant>.+) nicht mehr[\s.!]*$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
