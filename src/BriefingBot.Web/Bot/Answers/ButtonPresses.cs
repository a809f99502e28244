using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>Finds what a pressed button means, however its press came.</summary>
internal sealed class ButtonPresses(IEnumerable<ICardButton> buttons)
{
    /// <summary>Whether a message's value is a press.</summary>
    public bool Are(JObject value) => VerbOf(value) is { } verb && buttons.Any(button => button.Takes(verb));

    /// <summary>Does what a message's value says.</summary>
    public Task<ButtonResult> PressAsync(JObject value, ITurnContext turn, CancellationToken cancellation) => PressAsync(VerbOf(value), value, turn, cancellation);

    /// <summary>Does what a verb says, with the data beside it.</summary>
    public Task<ButtonResult> PressAsync(string? verb, JToken? data, ITurnContext turn, CancellationToken cancellation) =>
        verb is not null && data is JObject carried && buttons.FirstOrDefault(button => button.Takes(verb)) is { } known
            ? known.PressAsync(verb, carried, turn, cancellation)
            : Task.FromResult(ButtonResult.Unknown);

    private static string? VerbOf(JObject value) => (value[PressedButton.VerbName] as JValue)?.Value as string;
}

/// <summary>What comes of a pressed button: a card, or a sentence, which says what was sent where that was done.</summary>
internal sealed record ButtonResult(JObject? Card, string Sentence)
{
    /// <summary>For what no button of ours carries.</summary>
    public static ButtonResult Unknown => Saying(CardWords.UnknownButton) with { IsUnknown = true };

    /// <summary>Whether no button of ours carries what came.</summary>
    public bool IsUnknown { get; private init; }

    /// <summary>Whether what was wanted has been sent, so that nothing more need be said.</summary>
    public bool IsSent { get; init; }

    /// <summary>The answer that the card is about; null where it is about none.</summary>
    public string? AnswerId { get; init; }

    public static ButtonResult Showing(JObject card) => new(card, "");

    public static ButtonResult Saying(string sentence) => new(null, sentence);
}
