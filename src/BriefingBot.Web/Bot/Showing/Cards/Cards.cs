using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>
/// Parts of an Adaptive Card, version 1.5, the latest that Teams draws for bots. Article text stands in text runs alone: a text block would take it for Markdown.
/// </summary>
internal static partial class Cards
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <param name="body">Its elements.</param>
    /// <param name="actions">What can be pressed; none for a card that is only read.</param>
    public static JObject Card(IEnumerable<JObject> body, params IEnumerable<JObject> actions)
    {
        var card = new JObject { ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json", ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = new JArray(body) };
        if (actions.Any())
        {
            card["actions"] = new JArray(actions);
        }

        return card;
    }

    public static Attachment AsAttachment(this JObject card) => new(ContentType, content: card);

    /// <summary>A paragraph of text runs.</summary>
    public static JObject Paragraph(params IEnumerable<JObject> runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = new JArray(runs.SelectMany(Inert)) };

    /// <summary>Elements that belong together, apart from what stands before.</summary>
    public static JObject Group(IEnumerable<JObject> items) => new() { ["type"] = "Container", ["separator"] = true, ["spacing"] = "Medium", ["items"] = new JArray(items) };

    /// <summary>Buttons in the middle of a card.</summary>
    public static JObject Buttons(IEnumerable<JObject> actions) => new() { ["type"] = "ActionSet", ["spacing"] = "Small", ["actions"] = new JArray(actions) };

    /// <summary>A button that opens a page.</summary>
    public static JObject Opening(string title, string tooltip, Uri link) => new() { ["type"] = "Action.OpenUrl", ["title"] = title, ["tooltip"] = tooltip, ["url"] = link.AbsoluteUri };

    /// <summary>Words that stand as they are, whatever signs they have.</summary>
    public static JObject Run(string text) => new() { ["type"] = "TextRun", ["text"] = text };

    public static JObject Bold(this JObject run) => With(run, "weight", "Bolder");

    public static JObject Subtle(this JObject run) => With(run, "isSubtle", true);

    public static JObject Highlighted(this JObject run) => With(run, "highlight", true);

    public static JObject Small(this JObject run) => With(run, "size", "Small");

    public static JObject Apart(this JObject element) => With(element, "spacing", "Medium");

    // A run's "{{DATE(…)}}" is drawn as a date (adaptivecards.io, "Text features"); in two runs it stays what the article has.
    private static IEnumerable<JObject> Inert(JObject run) => FunctionStart().Split((string)run["text"]!).Select(part =>
    {
        var same = (JObject)run.DeepClone();
        same["text"] = part;
        return same;
    });

    [GeneratedRegex(@"(?<=\{)(?=\{)")]
    private static partial Regex FunctionStart();

    private static JObject With(JObject element, string property, JToken value)
    {
        element[property] = value;
        return element;
    }
}
