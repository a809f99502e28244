using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Articles;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>What a person typed: the message's text without the mention that called the bot.</summary>
internal static partial class AskedText
{
    /// <summary>No client writes a name of this length; longer marks are not compared, which bounds the work.</summary>
    private const int LongestMark = 500;

    /// <summary>
    /// What a pressed button asks, where nothing was typed, and empty when there is none. Only mentions of the recipient are taken out; other <c>&lt;at&gt;</c> marks are text.
    /// </summary>
    public static string From(IMessageActivity activity)
    {
        var text = activity.Text is { Length: > 0 } typed ? typed : PressedButton.AskedIn(activity.Value as JToken) ?? "";
        if (CallsBot(activity))
        {
            var mentions = Mentions(activity).ToLookup(mention => mention.Id == activity.Recipient.Id);
            text = Without(text, [.. mentions[true]], [.. mentions[false]]);
        }

        if (activity.Attachments is { Count: > 0 })
        {
            text = InsertedCard().Replace(text, " ");
        }

        // Teams writes the blank behind a mention as an HTML entity.
        return CanonicalText.From(text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase)).Trim();
    }

    /// <summary>Without the marks of any mention: what they say stays.</summary>
    public static string Unmarked(string text) => AtTag().Replace(text, " ");

    /// <summary>Whether the recipient is mentioned.</summary>
    public static bool CallsBot(IMessageActivity activity) =>
        activity.Recipient?.Id is { Length: > 0 } bot && Mentions(activity).Any(mention => mention.Id == bot);

    private static IEnumerable<Mention> Mentions(IMessageActivity activity) => (activity.Entities ?? []).Select(Mention.From).OfType<Mention>();

    private static string Without(string text, Mention[] ofBot, Mention[] ofOthers)
    {
        var marks = Marks(text);
        var named = Names(ofBot);
        var botMarks = marks.Where(mark => named.Contains(mark.Words)).ToList();
        if (botMarks.Count == 0)
        {
            foreach (var written in ofBot.Select(mention => mention.Written).Where(written => written.Length > 0))
            {
                // Channels without marks write the bare name.
                var at = text.IndexOf(written, StringComparison.OrdinalIgnoreCase);
                if (at >= 0)
                {
                    return text.Remove(at, written.Length);
                }
            }

            // The bot was mentioned, under a name that the entity does not know: the first mark that is nobody else's.
            var others = Names(ofOthers);
            botMarks.AddRange(marks.Where(mark => !others.Contains(mark.Words)).Take(1));
        }

        return Cut(text, botMarks);
    }

    /// <summary>What marks of these mentions say.</summary>
    private static HashSet<string> Names(Mention[] mentions) =>
        new(mentions.SelectMany(mention => new[] { Words(mention.Written), mention.Name }).Where(name => name.Length > 0), StringComparer.OrdinalIgnoreCase);

    /// <summary>Cuts the marks out, an outer one before those inside it.</summary>
    private static string Cut(string text, List<Mark> marks)
    {
        var kept = new StringBuilder(text.Length);
        var from = 0;
        foreach (var mark in marks.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End))
        {
            if (mark.Start >= from)
            {
                kept.Append(text, from, mark.Start - from).Append(' ');
                from = mark.End;
            }
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Every <c>&lt;at …&gt;…&lt;/at&gt;</c>, with attributes or nested, in order of their starts.</summary>
    private static List<Mark> Marks(string text)
    {
        var open = new Stack<int>();
        var marks = new List<Mark>();
        foreach (var tag in AtTag().EnumerateMatches(text))
        {
            var end = tag.Index + tag.Length;
            if (text[tag.Index + 1] != '/')
            {
                open.Push(tag.Index);
            }
            else if (open.TryPop(out var start) && end - start <= LongestMark)
            {
                marks.Add(new(start, end, Words(text[start..end])));
            }
        }

        marks.Sort((one, other) => one.Start.CompareTo(other.Start));
        return marks;
    }

    private static string Words(string marked) => CanonicalText.OneLine(WebUtility.HtmlDecode(AnyTag().Replace(marked, " ")));

    [GeneratedRegex(@"<(?:at(?:\s[^<>]*)?|/at\s*)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtTag();

    /// <summary>Where a card stands that somebody put into the message, such as a quote out of the search in the compose box.</summary>
    [GeneratedRegex("""<span\s[^<>]*\bclass="inline-compose-card"[^<>]*>\s*(?:<span[^<>]*>\s*</span>\s*)?</span>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InsertedCard();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex AnyTag();

    private readonly record struct Mark(int Start, int End, string Words);

    private sealed record Mention(string Id, string Written, string Name)
    {
        public static Mention? From(Entity? entity) =>
            string.Equals(entity?.Type, "mention", StringComparison.OrdinalIgnoreCase)
            && entity?.Properties?["mentioned"] is JObject mentioned
            && Text(mentioned["id"]) is { Length: > 0 } id
                ? new(id, Text(entity.Properties["text"]), CanonicalText.OneLine(Text(mentioned["name"])))
                : null;

        private static string Text(JToken? token) => (token as JValue)?.Value as string ?? "";
    }
}
