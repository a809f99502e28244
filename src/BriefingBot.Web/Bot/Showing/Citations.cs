using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Answering;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>
/// The entity by which Teams shows a number's quote and source, and the label that a language model wrote
/// (learn.microsoft.com, "Format AI bot messages").
/// </summary>
internal static partial class Citations
{
    /// <summary>With more, Teams refuses the message.</summary>
    public const int Most = 20;

    private const string MessageType = "https://schema.org/Message";
    private const int LongestName = 80;
    private const int LongestAbstract = 160;

    /// <summary>The entity for a message with this text; null where there is nothing to say.</summary>
    /// <param name="text">Markdown with <c>[n]</c>; only numbers in it are cited.</param>
    /// <param name="shown">What it is a message of.</param>
    /// <param name="room">How many characters it may have. The cards of the last sources are left out for want of it, never a quote or its link.</param>
    public static Entity? For(string text, Shown shown, int room)
    {
        var quotes = shown.Quotes;
        int[] numbers = [.. Numbers(text).Where(number => number <= Math.Min(quotes.Length, Most))];
        if (numbers.Length == 0 && !shown.ByModel)
        {
            return null;
        }

        var (plain, cards) = (numbers.Select(number => Claim(number, quotes[number - 1], shown.Address)).ToArray(), numbers.Select(number => CitationCard.Of(quotes[number - 1]).ToString(Formatting.None)).ToArray());
        room -= plain.Sum(claim => claim.ToString(Formatting.None).Length);
        foreach (var (claim, card) in plain.Zip(cards))
        {
            // In JSON inside of JSON its quotation marks are escaped.
            room -= card.Length + card.Count(c => c is '"' or '\\') + 100;
            if (room < 0)
            {
                break;
            }

            claim["appearance"]!["text"] = card;
            claim["appearance"]!["encodingFormat"] = Cards.ContentType;
        }

        var message = new JObject { ["@type"] = "Message", ["@context"] = "https://schema.org", ["@id"] = "", ["citation"] = new JArray(plain.Cast<object>().ToArray()) };
        if (shown.ByModel)
        {
            message["additionalType"] = new JArray("AIGeneratedContent");
        }

        return new(MessageType) { Properties = message };
    }

    /// <summary>The entity for less of its message's text: the citations that are left, without cards; null where nothing is left to say. Other entities are as they were.</summary>
    public static Entity? Within(string text, Entity entity)
    {
        if (entity.Type != MessageType)
        {
            return entity;
        }

        var (numbers, message) = (Numbers(text).ToHashSet(), (JObject)entity.Properties.DeepClone());
        JObject[] claims = [.. message["citation"]!.OfType<JObject>().Where(claim => numbers.Contains((int)claim["position"]!))];
        foreach (var appearance in claims.Select(claim => (JObject)claim["appearance"]!))
        {
            appearance.Remove("text");
            appearance.Remove("encodingFormat");
        }

        message["citation"] = new JArray(claims.Cast<object>().ToArray());
        return claims.Length > 0 || message.ContainsKey("additionalType") ? new(MessageType) { Properties = message } : null;
    }

    /// <summary>What the entity cites as a list in Markdown, for a channel that did not take the entity; empty for other entities.</summary>
    public static IEnumerable<string> List(Entity entity)
    {
        foreach (var claim in entity.Type == MessageType ? entity.Properties["citation"]!.OfType<JObject>() : [])
        {
            var name = MarkdownText.Escape((string)claim["appearance"]!["name"]!);
            yield return $"{claim["position"]}. {((string?)claim["appearance"]!["url"] is { } url ? $"[{name}]({MarkdownText.Destination(new(url))})" : name)}";
        }
    }

    /// <summary>The numbers in brackets that are ours, in order and each once: an article's own brackets are escaped.</summary>
    public static IEnumerable<int> Numbers(string markdown) => Bracketed().Matches(markdown)
        .Select(match => match.Groups["number"].ValueSpan is { Length: > 0 and < 4 } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : 0)
        .Where(number => number > 0).Distinct();

    private static JObject Claim(int number, VerifiedQuote quote, ArticleAddress? address)
    {
        var source = SourceLine.Of(quote, address);
        var appearance = new JObject
        {
            ["@type"] = "DigitalDocument",
            ["name"] = Shortened.AtWord(source.Title, LongestName),
            ["abstract"] = Shortened.AtWord(VisibleText.OneLine(quote.Text), LongestAbstract),
        };
        if (source.Link is { } link)
        {
            appearance["url"] = link.AbsoluteUri;
        }

        return new() { ["@type"] = "Claim", ["position"] = number, ["appearance"] = appearance };
    }

    [GeneratedRegex(@"\\.|\[(?<number>\d+)\]", RegexOptions.Singleline)]
    private static partial Regex Bracketed();
}
