using BriefingBot.State;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>Asks what an answer is worth, where the channel does not ask by itself: two thumbs, and behind a third button a field for words.</summary>
internal static class FeedbackCard
{
    /// <summary>Of its buttons.</summary>
    public const string Verb = "feedback";

    public const string AnswerField = "answer";
    public const string ReactionField = "reaction";
    public const string CommentField = "comment";

    private const string Like = "like";
    private const string Dislike = "dislike";

    /// <summary>As a card of its own.</summary>
    public static JObject Of(string answerId) => Cards.Card([Thumbs(answerId)]);

    /// <summary>As an element of another card.</summary>
    public static JObject Thumbs(string answerId) => new()
    {
        ["type"] = "ActionSet",
        ["actions"] = new JArray(
            Submit($"👍 {FeedbackWords.Helpful}", answerId, Like),
            Submit($"👎 {FeedbackWords.NotHelpful}", answerId, Dislike),
            new JObject { ["type"] = "Action.ShowCard", ["title"] = FeedbackWords.Comment, ["card"] = Cards.Card([CommentInput()], Submit(FeedbackWords.Send, answerId, reaction: null)) }),
    };

    /// <summary>What a thumb is called on the wire, also in Teams.</summary>
    public static Reaction? ReactionOf(string? name) => name?.ToLowerInvariant() switch
    {
        Like => Reaction.Like,
        Dislike => Reaction.Dislike,
        _ => null,
    };

    private static JObject CommentInput() => new()
    {
        ["type"] = "Input.Text",
        ["id"] = CommentField,
        ["label"] = FeedbackWords.WhatDoYouThink,
        ["isMultiline"] = true,
        ["maxLength"] = Feedback.LongestComment,
    };

    private static JObject Submit(string title, string answerId, string? reaction)
    {
        var data = new JObject { [PressedButton.VerbName] = Verb, [AnswerField] = answerId };
        if (reaction is not null)
        {
            data[ReactionField] = reaction;
        }

        return new() { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data };
    }
}
