using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriefingBot.Tests.Support;

/// <summary>
/// What Teams refuses or drops, as far as its documents say (learn.microsoft.com: "Format AI bot messages", "Stream bot messages", "Rate limiting for bots"). Every
/// message that a bot sends to a <see cref="Connector"/> of the tests is held against it.
/// </summary>
internal sealed partial class TeamsLimits
{
    private const int MostCitations = 20;
    private const int MostBytes = 28 * 1024;

    private readonly Dictionary<string, int> _sequences = [];

    /// <summary>What is wrong with one activity, in the order in which they come.</summary>
    public IEnumerable<string> FaultsOf(JsonObject activity)
    {
        if ((string?)activity["channelId"] != "msteams")
        {
            return [];
        }

        var entities = activity["entities"]?.AsArray().OfType<JsonObject>().ToArray() ?? [];
        var messages = entities.Where(entity => (string?)entity["type"] == "https://schema.org/Message").ToArray();
        return
        [
            .. Fault(activity.ToJsonString().Length * 2 > MostBytes, $"the message has {activity.ToJsonString().Length * 2} bytes of UTF-16"),
            .. Fault(messages.Length > 1, "several root message entities"),
            .. messages.SelectMany(message => CitationFaults(message, (string?)activity["text"] ?? "")),
            .. Fault(Has(activity, "attachments") && !string.IsNullOrEmpty((string?)activity["text"]), "text and attachment in one message, which is split and has no id"),
            .. Fault(Has(activity, "attachments") && activity["suggestedActions"] is not null, "suggested actions beside an attachment"),
            .. Fault(activity["suggestedActions"]?["actions"]?.AsArray().Count > 3, "more than three suggested actions"),
            .. Fault(activity["channelData"]?["feedbackLoopEnabled"] is not null && activity["channelData"]?["feedbackLoop"] is not null, "two feedback settings"),
            .. CardFaults(activity),
            .. entities.Where(entity => (string?)entity["type"] == "mention").SelectMany(mention => MentionFaults(mention, activity)),
            .. entities.Where(entity => (string?)entity["type"] == "streaminfo").SelectMany(entity => StreamFaults(activity, entity)),
        ];
    }

    private static IEnumerable<string> CitationFaults(JsonObject message, string text)
    {
        var claims = message["citation"]?.AsArray().OfType<JsonObject>().ToArray() ?? [];
        var positions = claims.Select(claim => (int)claim["position"]!).ToArray();
        foreach (var fault in Fault(claims.Length > MostCitations, $"{claims.Length} citations")
            .Concat(Fault(positions.Distinct().Count() != positions.Length, "a position twice"))
            .Concat(positions.Where(position => !text.Contains($"[{position}]", StringComparison.Ordinal)).Select(position => $"citation {position} is not in the text")))
        {
            yield return fault;
        }

        foreach (var appearance in claims.Select(claim => claim["appearance"]!.AsObject()))
        {
            var name = (string?)appearance["name"] ?? "";
            foreach (var fault in Fault(name.Length is 0 or > 80, $"a name of {name.Length} characters")
                .Concat(Fault((((string?)appearance["abstract"]) ?? "").Length > 160, "an abstract of more than 160 characters"))
                .Concat(Fault(appearance.ContainsKey("text") != appearance.ContainsKey("encodingFormat"), "a card without its format, or the other way round"))
                .Concat(Fault(appearance["keywords"]?.AsArray() is { } keywords && (keywords.Count > 3 || keywords.Any(word => ((string)word!).Length > 28)), "keywords"))
                .Concat(Fault((string?)appearance["text"] is { } card && CardFault(JsonNode.Parse(card)!.AsObject(), isRead: true) is not null, "a card that cannot open at a citation")))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> MentionFaults(JsonObject mention, JsonObject activity) =>
    [
        .. Fault((string?)mention["text"] is not { Length: > 0 } text || ((string?)activity["text"])?.Contains(text, StringComparison.Ordinal) != true, "a mention whose mark is not in the text"),
        .. Fault(string.IsNullOrEmpty((string?)mention["mentioned"]?["id"]), "a mention of nobody"),
        .. Fault((string?)activity["textFormat"] == "plain", "a mention in plain text"),
    ];

    private static IEnumerable<string> CardFaults(JsonObject activity) =>
        from attachment in activity["attachments"]?.AsArray().OfType<JsonObject>() ?? []
        where (string?)attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
        let fault = CardFault(attachment["content"]!.AsObject(), isRead: false)
        where fault is not null
        select fault;

    private static string? CardFault(JsonObject card, bool isRead) =>
        (string?)card["type"] != "AdaptiveCard" ? "a card that is no Adaptive Card"
        : !Version.TryParse((string?)card["version"], out var version) || version > new Version(1, 5) ? $"a card of version {card["version"]}"
        : isRead && ActionType().IsMatch(card.ToJsonString()) ? "a card with actions at a citation"
        : null;

    private IEnumerable<string> StreamFaults(JsonObject activity, JsonObject info)
    {
        var (kind, stream) = ((string?)info["streamType"], (string?)info["streamId"] ?? "");
        var sequence = (int?)info["streamSequence"];
        if (kind == "final")
        {
            return [.. Fault(sequence is not null, "a last message with a sequence"), .. Fault((string?)activity["type"] != "message", "a last message that is none")];
        }

        var last = _sequences.GetValueOrDefault(stream, stream.Length == 0 ? 0 : 1);
        if (stream.Length > 0)
        {
            _sequences[stream] = sequence ?? last;
        }

        return
        [
            .. Fault(kind != "informative", $"{kind}: unverified text is streamed"),
            .. Fault((string?)activity["type"] != "typing", "an update that is not typing"),
            .. Fault(((string?)activity["text"] ?? "").Length is 0 or > 1000, "an update without text, or of more than 1,000 characters"),
            .. Fault(sequence != last + 1, $"sequence {sequence} after {last}"),
        ];
    }

    private static bool Has(JsonObject activity, string member) => activity[member]?.AsArray().Count > 0;

    private static IEnumerable<string> Fault(bool isOne, string words) => isOne ? [words] : [];

    [GeneratedRegex("\"Action\\.")]
    private static partial Regex ActionType();
}
