using System.Collections.Immutable;
using System.Globalization;
using BriefingBot.Answering;
using BriefingBot.State;

namespace BriefingBot.Cli.Output;

/// <summary>A line of <c>feedback --json</c>.</summary>
internal sealed record FeedbackLine(
    string Id,
    string AnswerId,
    string Question,
    ImmutableArray<QuotedPlace> Quotes,
    string Drafter,
    DateTimeOffset AnsweredAt,
    Reaction? Reaction,
    string? Comment,
    DateTimeOffset At,
    string? Channel,
    string Version)
{
    public static FeedbackLine Of(Feedback feedback) => new(
        feedback.ShortId,
        feedback.AnswerId,
        feedback.Question,
        feedback.Quotes,
        feedback.Drafter,
        feedback.AnsweredAt,
        feedback.Reaction,
        feedback.Comment,
        feedback.At,
        feedback.Channel,
        feedback.Version);

    /// <summary>For people, on one line.</summary>
    public static string Text(Feedback feedback)
    {
        var thumb = feedback.Reaction switch { State.Reaction.Like => "up", State.Reaction.Dislike => "down", _ => "–" };
        var comment = feedback.Comment is { } words ? $"  — {OneLine(words)}" : "";
        return $"{feedback.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}  {thumb,-4}  {feedback.ShortId}  {(feedback.Quotes.IsEmpty ? "refused" : "quoted ")}  {OneLine(feedback.Question)}{comment}";
    }

    /// <summary>A text as the list shows it, and as it is looked through.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
