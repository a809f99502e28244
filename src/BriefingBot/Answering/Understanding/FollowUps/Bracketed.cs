namespace BriefingBot.Answering;

/// <summary>A question that grammar cannot complete, with what it is about behind it: "And who said that? (election in Iceland)".</summary>
internal static class Bracketed
{
    /// <summary>Null when there is no topic to add.</summary>
    public static string? Question(string question, string? topic) => topic is null ? null : $"{question.TrimEnd()} ({WithoutArticle(Plain(topic))})";

    /// <summary>The question and what stands in brackets behind it; null for nothing.</summary>
    public static (string Question, string? Topic) Parts(string question) =>
        question.EndsWith(')') && question.LastIndexOf("? (", StringComparison.Ordinal) is > 0 and var at ? (question[..(at + 1)], question[(at + 3)..^1]) : (question, null);

    /// <summary>The question without what an earlier step put in brackets, and without its stop.</summary>
    private static string Plain(string topic) => topic.Trim().TrimEnd('?', '.', '!', ')', ' ').Replace("? (", ", ", StringComparison.Ordinal);

    private static string WithoutArticle(string topic) => topic.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? topic[4..] : topic;
}
