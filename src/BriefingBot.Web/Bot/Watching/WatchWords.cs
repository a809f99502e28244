using System.Globalization;
using BriefingBot.Answering;
using BriefingBot.State;
using BriefingBot.Texts;

namespace BriefingBot.Web.Bot;

/// <summary>What is said of watches. Plain text, but for the list, and for what stands around news, which are Markdown.</summary>
internal static class WatchWords
{
    public static readonly NamedCommand Watch = new("Command_Watch");

    public static readonly NamedCommand Watches = new("Command_Watches");

    public static readonly NamedCommand Unwatch = new("Command_Unwatch");

    public static string StopWatching => ReaderText.Of("Watch_StopWatching");

    public static string HowTo => ReaderText.Of("Watch_HowTo");

    public static string NoneYet => ReaderText.Of("Watch_NoneYet");

    public static string WhichOne => ReaderText.Of("Watch_WhichOne");

    public static string SwitchedOff => ReaderText.Of("Watch_SwitchedOff");

    public static string NotKnownWho => ReaderText.Of("Watch_NotKnownWho");

    public static string NotReached => ReaderText.Of("Watch_NotReached");

    public static string AlreadyStopped => ReaderText.Of("Watch_AlreadyStopped");

    public static string MadeElsewhere => ReaderText.Of("Watch_MadeElsewhere");

    public static string NotYours => ReaderText.Of("Watch_NotYours");

    public static string TopicTooLong(int length) => ReaderText.Of("Watch_TopicTooLong", length, State.Watch.LongestTopic);

    /// <summary>Of how often somebody wanted to be told, and what they can write instead.</summary>
    public static string NotSoOften(string written, string topic) => ReaderText.Of("Watch_NotSoOften", written, topic);

    public static string NoTime(string written) => ReaderText.Of("Watch_NoTime", written);

    public static string TooMany(int most) => ReaderText.Counted("Watch_TooMany", most);

    public static string Begun(Watch watch, int mostADay) => watch.At is null
        ? ReaderText.Counted("Watch_Begun", mostADay, watch.Topic, HowToStop(watch))
        : ReaderText.Of("Watch_BegunDaily", When(watch), watch.Topic, HowToStop(watch));

    public static string Already(Watch watch) => ReaderText.Of("Watch_Already", watch.Topic, When(watch), HowToStop(watch));

    public static string Changed(Watch watch) => ReaderText.Of("Watch_Changed", watch.Topic, When(watch), HowToStop(watch));

    /// <summary>What is said behind that of a watch whose words or whose clock may not do what its maker expects; empty where they do.</summary>
    public static string Warning(Watch watch, bool isZoneTold) =>
        (watch.At is not null && !isZoneTold ? " " + ReaderText.Of("Watch_ZoneUnknown") : "") + (WrittenGerman.Is(watch.Topic) ? " " + ReaderText.Of("Watch_InEnglish") : "");

    public static string List(IEnumerable<Watch> watches) =>
        ReaderText.Of("Watch_List", string.Join('\n', watches.Select(watch => $"- {watch.Number}: **{Topic(watch)}**, {MarkdownText.Escape(When(watch))}")));

    public static string Stopped(IReadOnlyList<Watch> watches) => watches is [var one] ? ReaderText.Of("Watch_Stopped", one.Topic) : ReaderText.Of("Watch_AllStopped", watches.Count);

    public static string NoSuch(string written) => ReaderText.Of("Watch_NoSuch", written);

    /// <summary>Over the quotes.</summary>
    public static string Heading(Watch watch) => ReaderText.Of("Watch_Heading", Topic(watch));

    /// <summary>Under them.</summary>
    public static string Ending(Watch watch, int more) => (more == 0 ? "" : ReaderText.Counted("Watch_More", more, Topic(watch)) + " ") + HowToStop(watch);

    private static string HowToStop(Watch watch) => ReaderText.Of("Watch_HowToStop", watch.Number);

    /// <summary>"at once", "every day at 08:00 (Europe/Berlin)".</summary>
    private static string When(Watch watch) =>
        watch.At is { } time ? ReaderText.Of("Watch_Daily", time.ToString("HH:mm", CultureInfo.InvariantCulture), watch.Zone) : ReaderText.Of("Watch_AtOnce");

    private static string Topic(Watch watch) => MarkdownText.Escape(VisibleText.OneLine(watch.Topic));
}
