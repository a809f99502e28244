namespace BriefingBot.Answering;

/// <summary>A question word alone, such as "and why?" or "when was that?": it asks the same of what the last question said.</summary>
internal static class BareQuestion
{
    private const int LongestClause = 30;

    /// <summary>Words that may stand beside the question word.</summary>
    private static readonly HashSet<string> Empty = new(
        "that this it there exactly not come so then else happen happened many much long old often far did was is are were has been does".Split(' '), StringComparer.Ordinal);

    public static bool IsOne(QuestionWord[] words) =>
        WithoutOpeners(words) is [var first, .. var rest] && EnglishWords.Interrogatives.Contains(first.Lower) && rest.All(word => Empty.Contains(word.Lower));

    public static string? Complete(string question, QuestionWord[] words, string last, TopicPhrase? topic)
    {
        if (!IsOne(words))
        {
            return null;
        }

        var asked = WithoutOpeners(words);

        // "How many were there?" asks for another thing than the clause: its subject is enough.
        var isBare = asked[0].Lower is "when" or "where" or "why" && !asked.Any(word => word.Lower is "happen" or "happened" or "else");
        return isBare && Clause(last) is { } clause ? $"{Capitalised(asked[0].Text)} {clause}" : Bracketed.Question(question, Statement(last) ?? topic?.Text);
    }

    /// <summary>"Did the drivers call off their strike?" of a question that has its auxiliary in front; null for others.</summary>
    private static string? Clause(string last)
    {
        var words = WithoutOpeners(QuestionWord.Of(last));
        var at = 0;
        if (words.Length > 0 && EnglishWords.Interrogatives.Contains(words[0].Lower))
        {
            at = words[0].Lower is "when" or "where" or "why" or "how" ? 1 : -1;
        }

        // "What is X" has nothing in it that can happen.
        if (at < 0 || at >= words.Length || !EnglishWords.IsAuxiliary(words[at].Lower) || words.Length - at is < 3 or > LongestClause)
        {
            return null;
        }

        return words[at].Lower + last[words[at].End..];
    }

    /// <summary>"Won the election in Iceland" of "Who won the election in Iceland?"; null when nothing but a name is left.</summary>
    private static string? Statement(string last)
    {
        var words = WithoutOpeners(QuestionWord.Of(last));
        if (words.Length is < 3 or > LongestClause || words[0].Lower is not ("who" or "what" or "how" or "which") || EnglishWords.IsAuxiliary(words[1].Lower))
        {
            return null;
        }

        var from = words[0].Lower == "how" && words[1].Lower is "many" or "much" ? 2 : 1;
        return from < words.Length ? last[words[from].Start..words[^1].End] : null;
    }

    private static QuestionWord[] WithoutOpeners(QuestionWord[] words) => [.. words.SkipWhile(word => EnglishWords.Openers.Contains(word.Lower))];

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
