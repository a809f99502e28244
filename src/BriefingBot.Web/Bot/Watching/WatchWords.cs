using System.Globalization;
using BriefingBot.Answering;
using BriefingBot.State;

namespace BriefingBot.Web.Bot;

/// <summary>What is said of watches. Plain text, but for the list, and for what stands around news, which are Markdown.</summary>
internal static class WatchWords
{
    public const string StopWatching = "Stop watching";

    public const string HowTo =
        "Tell me what to watch for, for example: watch the flood. When a new article tells of it, I quote it here. For one message a day, write watch the flood daily at 8:00. "
        + "Write watches to see what I watch for you.";

    public const string NoneYet = "I watch nothing for you in this conversation. To begin, write for example: watch the flood";

    public const string WhichOne = "Which one? Write unwatch and its number, for example unwatch 1, or unwatch all.";

    public const string SwitchedOff = "I cannot watch anything: whoever runs me has switched that off.";

    public const string NotKnownWho = "I cannot watch anything here: this channel does not tell me who you are.";

    public const string NotReached = "I am sorry: what I remember is out of reach at the moment, so nothing was changed. Please say that again in a minute.";

    public const string AlreadyStopped = "I watch that no longer.";

    public const string NotYours = "Somebody else asked me to watch this, so only they can stop it.";

    public static readonly NamedCommand Watch = new("watch", "watch the flood", "tells you here when a new article reports on a subject; watch the flood daily at 8:00, once a day");

    public static readonly NamedCommand Watches = new("watches", "watches", "shows what I watch for you in this conversation");

    public static readonly NamedCommand Unwatch = new("unwatch", "unwatch the flood", "stops that; unwatch 1 by its number, unwatch all for all of them");

    public static string TopicTooLong(int length) =>
        Text($"That is a long topic: it has {length:N0} characters, and I can take {State.Watch.LongestTopic} at most. Please name it in a few words, for example: watch the flood");

    public static string NoTime(string written) => $"I do not know a time of day “{written}”. Write it like this: watch the flood daily at 8:00, or daily at 7.30 pm.";

    public static string TooMany(int most) => Text($"You have {(most == 1 ? "a watch already, and more than one is" : $"{most:N0} watches already, and more are")} not possible. Remove one first: write watches here, or where you made it, and then unwatch and its number.");

    public static string Begun(Watch watch, int mostADay) => watch.At is null
        ? Text($"From now on I watch for news on “{watch.Topic}”: when a new article reports on it, I quote it here, in {(mostADay == 1 ? "one message" : $"{mostADay} messages")} a day at most. {HowToStop(watch)}")
        : $"I shall tell you {When(watch)} what new articles report on “{watch.Topic}”, when there are any. {HowToStop(watch)}";

    public static string Already(Watch watch) => $"I watch for news on “{watch.Topic}” already, {When(watch)}. {HowToStop(watch)}";

    public static string Changed(Watch watch) => $"I watch for news on “{watch.Topic}” already. From now on I tell you {When(watch)}. {HowToStop(watch)}";

    public static string List(IEnumerable<Watch> watches) =>
        $"I watch for news on:\n\n{string.Join('\n', watches.Select(watch => $"- {watch.Number}: **{Topic(watch)}**, {MarkdownText.Escape(When(watch))}"))}\n\nTo stop one, write unwatch and its number.";

    public static string Stopped(IReadOnlyList<Watch> watches) => watches is [var one] ? $"I no longer watch for news on “{one.Topic}”." : Text($"I no longer watch for any of your {watches.Count} topics here.");

    public static string NoSuch(string written) => $"I do not watch for “{written}” here. Write watches to see what I watch for you.";

    /// <summary>Over the quotes.</summary>
    public static string Heading(Watch watch) => $"New on **{Topic(watch)}**:";

    /// <summary>Under them.</summary>
    public static string Ending(Watch watch, int more) =>
        (more == 0 ? "" : Text($"{(more == 1 ? "There is 1 more article" : $"There are {more} more articles")}: write latest on {Topic(watch)}. ")) + HowToStop(watch);

    private static string HowToStop(Watch watch) => Text($"To stop this, write unwatch {watch.Number}.");

    /// <summary>"at once", "every day at 08:00 (Europe/Berlin)".</summary>
    private static string When(Watch watch) => watch.At is { } time ? $"every day at {time.ToString("HH:mm", CultureInfo.InvariantCulture)} ({watch.Zone})" : "at once";

    private static string Topic(Watch watch) => MarkdownText.Escape(VisibleText.OneLine(watch.Topic));

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
