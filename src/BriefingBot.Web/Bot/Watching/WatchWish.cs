using System.Text.RegularExpressions;
using BriefingBot.Answering;

namespace BriefingBot.Web.Bot;

/// <summary>What somebody wants watched, as they wrote it.</summary>
/// <param name="Topic">The topic; empty where none was named.</param>
/// <param name="IsDaily">Whether once a day is enough.</param>
/// <param name="Time">The time of day as it was written; empty where none was.</param>
internal sealed partial record WatchWish(string Topic, bool IsDaily, string Time)
{
    // "Watch out", "watch your step" and "watch TV" are no wish for news, and what ends with a question mark is a question.
    private const string Begin =
        @"^(?:/watch(?:\s+for\b)?|(?:please )?(?:watch(?!\s+(?:out|your|my|his|their|our|tv|television|videos?)\b)(?:\s+for\b)?"
        + @"|(?:notify|alert) (?:me|us) (?:about|of|on|to)\b|(?:notify|alert|inform) (?:me|us) (?:when|whenever|if)\b|(?:let (?:me|us) know|tell (?:me|us)) (?:when|whenever|if|about) there(?:'s|’s| is) (?:any )?news (?:about|of|on)\b"
        + @"|keep (?:me|us) (?:posted|informed|updated) (?:about|of|on)\b|keep an eye on\b|(?:bitte )?beobachten?(?: Sie)?(?: bitte)?(?! nicht\b|.* nicht mehr[\s.!]*$)))";

    /// <summary>Null where the text is no such wish.</summary>
    public static WatchWish? In(string text)
    {
        if (Wish().Match(text) is not { Success: true } wish)
        {
            return null;
        }

        var rest = wish.Groups["rest"].Value.Trim();
        var daily = Daily().Match(rest);
        var topic = (daily.Success ? rest[..daily.Index] : rest).Trim(' ', '\n', '.', '!', ',', ':', ';', '"', '“', '”');
        return new(NewsOnTopic.CanBe(topic) ? topic : "", daily.Success, daily.Groups["time"].Value.Trim());
    }

    /// <summary>The time of day; null where what was written is none. Without one it is eight in the morning.</summary>
    public TimeOnly? TimeOfDay()
    {
        if (Time.Length == 0)
        {
            return new(8, 0);
        }

        if (Time.ToLowerInvariant() is var word && word is "noon" or "midday" or "midnight")
        {
            return new(word == "midnight" ? 0 : 12, 0);
        }

        if (Clock().Match(Time) is not { Success: true } clock)
        {
            return null;
        }

        var (hour, minute, half) = (int.Parse(clock.Groups["hour"].ValueSpan, provider: null), clock.Groups["minute"] is { Success: true } written ? int.Parse(written.ValueSpan, provider: null) : 0, clock.Groups["half"].Value);
        if (minute > 59 || hour > 23 || (half.Length > 0 && hour is 0 or > 12))
        {
            return null;
        }

        return new(half.Length == 0 ? hour : (hour % 12) + (half is "p" or "P" ? 12 : 0), minute);
    }

    [GeneratedRegex(Begin + @"(?<rest>(?:[\s:,][^?]*|[.!]*))$|^/watch(?:\s+for\b)?(?<rest>\s.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Wish();

    [GeneratedRegex(@"(?:^|(?<![\s,])[\s,]+)(?:daily|(?:once a|(?:once )?(?:every|each)) (?:day|morning)|täglich|jeden (?:Tag|Morgen))(?:\s*(?:,|@|(?:at|um)\b)\s*(?<time>.*?))?[\s.!?]*$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Daily();

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2})(?:[:.h](?<minute>[0-9]{2}))?(?:\s*(?:(?<half>[ap])\.?m\.?|o['’]clock|h|hrs?|hours|Uhr))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
