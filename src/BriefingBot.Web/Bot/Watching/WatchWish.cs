using System.Text.RegularExpressions;
using BriefingBot.Answering;

namespace BriefingBot.Web.Bot;

/// <summary>What somebody wants watched, as they wrote it.</summary>
/// <param name="Topic">The topic; empty where none was named.</param>
/// <param name="IsDaily">Whether once a day is enough.</param>
/// <param name="Time">The time of day as it was written; empty where none was.</param>
/// <param name="OtherTimes">How often they want to be told, where that is neither at once nor once a day; empty where they did not say so.</param>
internal sealed partial record WatchWish(string Topic, bool IsDaily, string Time, string OtherTimes)
{
    // "Watch out", "watch your step" and "watch TV" are no wish for news, and what ends with a question mark is a question.
    private const string Begin =
        @"^(?:/watch(?:\s+for\b)?|(?:please )?(?:watch(?!\s+(?:out|your|my|his|their|our|tv|television|videos?)\b)(?:\s+for\b)?"
        + @"|(?:notify|alert) (?:me|us) (?:about|of|on|to)\b|(?:notify|alert|inform) (?:me|us) (?:when|whenever|if)\b|(?:let (?:me|us) know|tell (?:me|us)) (?:when|whenever|if|about) there(?:'s|’s| is) (?:any )?news (?:about|of|on)\b"
        + @"|keep (?:me|us) (?:posted|informed|updated) (?:about|of|on)\b|keep an eye on\b|(?:bitte )?beobachten?(?: Sie)?(?: bitte)?(?! nicht\b|.* nicht mehr[\s.!]*$)))"
        + @"(?:\s+(?:(?:any|all|the|latest|more)\s+)*news (?:about|of|on|regarding)\b|\s+(?:Nachrichten|Neuigkeiten|Neues) (?:über|zu|von)\b)?";

    private const string EnglishSpan = "(?:minute|hour|day|weekday|week|weekend|month|year|morning|afternoon|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?";

    private const string GermanSpan = "(?:Minuten?|Stunden?|Tage?|Werktage?|Wochen?|Monate?|Jahre?|Nachmittag|Abend|Nacht|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)";

    private const string Unit = "(?:(?<half>[ap])\\.?m\\.?|o['’]clock|h|hrs?|hours|Uhr)";

    /// <summary>Null where the text is no such wish.</summary>
    public static WatchWish? In(string text)
    {
        if (Wish().Match(text) is not { Success: true } wish)
        {
            return null;
        }

        var rest = Asides().Replace(AskedText.Unmarked(wish.Groups["rest"].Value).Trim(), "");
        var daily = Daily().Match(rest);
        var other = daily.Success ? Match.Empty : OtherOften().Match(rest);
        rest = daily.Success ? rest[..daily.Index] : other.Success ? rest[..other.Index] : rest;

        // "Daily at 8:00", "at 8:00 daily", and just "at 8:00".
        var time = daily.Groups["time"].Value.Trim();
        var at = time.Length > 0 || other.Success ? Match.Empty : AtTime().Match(rest);
        rest = at.Success ? rest[..at.Index] : rest;
        var topic = Asides().Replace(rest, "").Trim([.. " \n.!,:;\"“”„«»"]);
        return new(
            NewsOnTopic.CanBe(topic) && PassageSearch.HasWords(topic) && !Pointing().IsMatch(topic) ? topic : "",
            daily.Success || at.Success,
            at.Success ? at.Groups["time"].Value : time,
            other.Groups["often"].Value);
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

    /// <summary>What is said of the wish and not of its topic.</summary>
    [GeneratedRegex(@"(?:(?:^|(?<![\s,])[\s,]+)(?:please|thanks|thank you|bitte|danke|(?:right |from )?now(?: on)?|at once|immediately|(?:ab )?(?:jetzt|sofort)))+[\s.!,]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asides();

    [GeneratedRegex(@"(?:^|(?<![\s,])[\s,]+)(?:once daily|daily|(?:once (?:a|per)|(?:once )?(?:every|each)) (?:day|morning)|(?:einmal )?täglich|einmal (?:am|pro) Tag|jeden (?:Tag|Morgen))"
        + @"(?:\s*(?:,|@|(?:at|um)\b)\s*(?<time>.*?)|\s+(?<time>[0-9]{1,2}(?![0-9]).*?))?[\s.!?]*$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Daily();

    [GeneratedRegex(@"(?:^|(?<![\s,])[\s,]+)(?<often>(?:hourly|weekly|fortnightly|monthly|yearly|stündlich|wöchentlich|monatlich|jährlich|(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs"
        + @"|(?:once|twice|(?:two|three|four|[0-9]+|several) times)(?: an?| per| every| each)? " + EnglishSpan
        + "|(?:every|each)(?: (?:other|second|few|half|two|three|four|[0-9]+))? " + EnglishSpan + "|on (?:weekdays|weekends|(?:mon|tues|wednes|thurs|fri|satur|sun)days)"
        + @"|(?:ein|zwei|drei|[0-9]+|mehr)\s?mal (?:täglich|(?:am|pro|im|die|in der) " + GermanSpan + ")|(?:jede[nrs]?|alle)(?: (?:halbe|zweite[nr]?|zwei|drei|paar|[0-9]+))? " + GermanSpan + ")"
        + @"(?:\s*(?:,|@|(?:at|um)\b)\s*[0-9][^,]*?)?)[\s.!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherOften();

    /// <summary>By itself only what can be nothing but a time: a topic may end with "at 10".</summary>
    [GeneratedRegex(@"(?:^|(?<![\s,])[\s,]+)(?:@|(?:at|um)\b)\s*(?<time>[0-9]{1,2}(?:[:.h][0-9]{2}(?:\s*" + Unit + @")?|\s*" + Unit + @"))[\s.!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtTime();

    /// <summary>German words that name nothing by themselves. The English ones are searched for in no article.</summary>
    [GeneratedRegex(@"^(?:der|die|das|den|dem|dies(?:e[nmrs]?)?|es|ihn|sie|hier|was)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2})(?:[:.h](?<minute>[0-9]{2}))?(?:\s*" + Unit + ")?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
