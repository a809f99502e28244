using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>What a button of an answer's cards says when it is pressed. It comes back from a client, so nothing in it is trusted.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="AnswerId">The answer.</param>
/// <param name="Quote">The quote's number; 0 where it is about all.</param>
internal sealed record PressedButton(string Verb, string AnswerId, int Quote = 0)
{
    public const string ShowInContext = "context";

    public const string Back = "back";

    public const string MoreQuotes = "more";

    private const string Ask = "ask";

    /// <summary>Where the verb stands in what comes as a message.</summary>
    public const string VerbName = "verb";

    private const string AnswerName = "answer", QuoteName = "quote", TextName = "text";

    /// <summary>What the button carries where the verb travels beside it.</summary>
    public JObject ToData() => Quote == 0 ? new() { [AnswerName] = AnswerId } : new() { [AnswerName] = AnswerId, [QuoteName] = Quote };

    /// <summary>What the button carries where it comes as a message.</summary>
    public JObject ToValue() => new(new JProperty(VerbName, Verb), ToData().Properties());

    /// <summary>What a button carries that asks something.</summary>
    public static JObject ToAsk(string text) => new() { [VerbName] = Ask, [TextName] = text };

    /// <summary>Null where a client sent what no button of ours carries.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="data">The data of an action or the value of a message.</param>
    public static PressedButton? From(string verb, JObject data) =>
        IsVerb(verb) && TextOf(data[AnswerName]) is { Length: > 0 } id && data[QuoteName] is (null or JValue { Value: long and >= 0 and <= int.MaxValue })
            ? new(verb, id, (int?)data[QuoteName] ?? 0)
            : null;

    public static bool IsVerb(string verb) => verb is ShowInContext or Back or MoreQuotes;

    /// <summary>What a pressed button asks; null where it asks nothing.</summary>
    public static string? AskedIn(JToken? value) => value is JObject carried && TextOf(carried[VerbName]) == Ask ? TextOf(carried[TextName]) : null;

    private static string? TextOf(JToken? token) => (token as JValue)?.Value as string;
}
