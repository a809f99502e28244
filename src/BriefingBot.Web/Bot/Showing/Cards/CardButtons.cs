using BriefingBot.Answering;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>The buttons of an answer's cards, as a channel has them pressed.</summary>
/// <param name="AnswerId">The answer; null where it was not kept, and nothing can be looked up for it.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Address">Where the articles are read; null: at their publishers'.</param>
internal sealed record CardButtons(string? AnswerId, ChannelAbilities Channel, ArticleAddress? Address)
{
    /// <summary>Those of one quote.</summary>
    public IEnumerable<JObject> Of(NumberedQuote quote)
    {
        if (AnswerId is not null)
        {
            yield return Pressed(CardWords.ShowInContext, CardWords.ShowInContextOf(quote.Number), new(PressedButton.ShowInContext, AnswerId, quote.Number));
        }

        foreach (var opening in Opening(quote))
        {
            yield return opening;
        }
    }

    /// <summary>The one that opens the article, where it can be read anywhere.</summary>
    public IEnumerable<JObject> Opening(NumberedQuote quote) => SourceLine.Of(quote.Quote, Address) is { Link: { } link } source
        ? [Cards.Opening(CardWords.OpenArticle, CardWords.OpenArticleOf(quote.Number, source), link)]
        : [];

    /// <summary>The one for more quotes.</summary>
    public IEnumerable<JObject> More() => AnswerId is null ? [] : [Pressed(CardWords.MoreQuotes, CardWords.MoreQuotes, new(PressedButton.MoreQuotes, AnswerId))];

    /// <summary>The way back to the answer's card, where another stands in its place.</summary>
    public IEnumerable<JObject> Back() => AnswerId is null || !Channel.HasExecute ? [] : [Pressed(CardWords.Back, CardWords.Back, new(PressedButton.Back, AnswerId))];

    /// <summary>One that asks as if its text had been typed.</summary>
    public JObject Ask(string title, string text) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = title,
        ["data"] = Channel.HasTypingButtons ? new() { ["msteams"] = new JObject { ["type"] = "imBack", ["value"] = text } } : PressedButton.ToAsk(text),
    };

    private JObject Pressed(string title, string tooltip, PressedButton button) => Channel.HasExecute
        ? new() { ["type"] = "Action.Execute", ["title"] = title, ["tooltip"] = tooltip, ["verb"] = button.Verb, ["data"] = button.ToData() }
        : new() { ["type"] = "Action.Submit", ["title"] = title, ["tooltip"] = tooltip, ["data"] = button.ToValue() };
}

/// <summary>A quote with its number in an answer.</summary>
internal readonly record struct NumberedQuote(int Number, VerifiedQuote Quote);
