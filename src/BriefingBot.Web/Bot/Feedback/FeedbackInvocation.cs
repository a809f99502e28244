using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>The thumbs of Teams' own feedback loop, with what was written beside them.</summary>
internal sealed class FeedbackInvocation(AnswerFeedback feedback) : IInvocation
{
    public string Name => "message/submitAction";

    /// <summary>200 and an empty object, whatever became of it: Teams shows any other body as a failure, and has thanked the person itself.</summary>
    public async Task<InvokeResponse> AnswerAsync(ITurnContext<IInvokeActivity> turn, CancellationToken cancellation)
    {
        if (turn.Activity.Value is not JObject value || Text(value["actionName"]) != "feedback")
        {
            return new() { Status = (int)HttpStatusCode.NotImplemented };
        }

        var given = value["actionValue"] as JObject;
        var (reaction, comment) = (FeedbackCard.ReactionOf(Text(given?["reaction"])), CommentIn(given?["feedback"]));

        // Agents Playground does not say which message it is about.
        await (string.IsNullOrEmpty(turn.Activity.ReplyToId)
            ? feedback.GiveToLastAsync(turn.Activity, reaction, comment, cancellation)
            : feedback.GiveToMessageAsync(turn.Activity, turn.Activity.ReplyToId, reaction, comment, cancellation));
        return new() { Status = (int)HttpStatusCode.OK, Body = new JObject() };
    }

    /// <summary>Teams sends an object written as a string, Web Chat the object itself, Agents Playground the bare words. JSON that is broken is nobody's words.</summary>
    private static string? CommentIn(JToken? given) => given switch
    {
        JObject fields => Text(fields["feedbackText"]),
        JValue { Value: string text } when text.TrimStart().StartsWith('{') => CommentIn(Parsed(text)),
        _ => Text(given),
    };

    private static JObject? Parsed(string json)
    {
        try
        {
            return JObject.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JToken? token) => (token as JValue)?.Value as string;
}
