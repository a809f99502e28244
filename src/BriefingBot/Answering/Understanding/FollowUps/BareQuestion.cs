namespace BriefingBot.Answering;

/// <summary>A question word alone, such as "and why?" or "when was that?": it asks the same of what the last question said.</summary>
internal static class BareQuestion
{
    /// <summary>Words that may stand beside the question word.</summary>
    private static readonly HashSet<string> Empty = new(
        "that this it there exactly not come so then else happen happened many much long old often far did was is are were has been does".Split(' '), StringComparer.Ordinal);

    public static bool IsOne(QuestionWord[] words) =>
        QuestionWord.WithoutOpeners(words) is [var first, .. var rest] && EnglishWords.Interrogatives.Contains(first.Lower) && rest.All(word => Empty.Contains(word.Lower));

    public static string? Complete(string question, QuestionWord[] words, string last, TopicPhrase? topic)
    {
        if (!IsOne(words))
        {
            return null;
        }

        var asked = QuestionWord.WithoutOpeners(words);

        // "How many were there?" asks for another thing than the clause: its subject is enough.
        var isBare = asked[0].Lower is "when" or "where" or "why" && !asked.Any(word => word.Lower is "happen" or "happened" or "else");
        var (plain, about) = Bracketed.Parts(last);
        if (isBare && (Quotation.IsOne(last) ? $"was {last} said" : AskedClause.Of(plain)) is { } clause)
        {
            var whole = $"{Capitalised(asked[0].Text)} {clause}?";
            return Bracketed.Question(whole, about) ?? whole;
        }

        return Bracketed.Question(question, Quotation.IsOne(last) ? last : AskedClause.Statement(last) ?? topic?.Text);
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
