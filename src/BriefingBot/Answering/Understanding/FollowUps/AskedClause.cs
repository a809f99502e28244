namespace BriefingBot.Answering;

/// <summary>What a question says besides what it asks for, so that another question word can be put before it.</summary>
internal static class AskedClause
{
    private const int LongestClause = 30;

    private static readonly char[] Stops = ['?', '.', '!', ' '];

    /// <summary>
    /// "Did the drivers call off their strike" of "why did …?", "did people have to leave" of "how many people had to leave?"; null where that
    /// cannot be told by the small words.
    /// </summary>
    public static string? Of(string question)
    {
        var words = QuestionWord.WithoutOpeners(QuestionWord.Of(question));
        return words switch
        {
            { Length: < 3 or > LongestClause } => null,
            [var first, ..] when EnglishWords.IsAuxiliary(first.Lower) => From(words, 0, question),
            [{ Lower: "when" or "where" or "why" or "how" }, var next, _, _, ..] when EnglishWords.IsAuxiliary(next.Lower) => From(words, 1, question),
            [{ Lower: "who" or "whom" or "what" }, var next, _, _, ..] when EnglishWords.Do.Contains(next.Lower) => From(words, 1, question) + (words[0].Lower == "what" && EnglishWords.IsVerb(words[^1].Lower) ? " that" : ""),
            [{ Lower: "how" }, { Lower: "many" or "much" }, { Lower: var noun }, _, ..] when IsNoun(noun) => OfAskedFor(words, 2, "", question),
            [{ Lower: "how" }, { Lower: not "many" }, var next, _, ..] when EnglishWords.IsAuxiliary(next.Lower) && ActsBehind(words, 2) => From(words, 2, question) + (words[1].Lower == "much" ? "" : $" so {words[1].Lower}"),
            [{ Lower: "which" or "what" }, { Lower: var noun }, ..] when IsNoun(noun) => OfAskedFor(words, 1, "the ", question),
            _ => null,
        };
    }

    /// <summary>"Won the election in Iceland" of "Who won the election in Iceland?"; null when nothing but a name is left.</summary>
    public static string? Statement(string question)
    {
        var words = QuestionWord.WithoutOpeners(QuestionWord.Of(question));
        if (words.Length is < 3 or > LongestClause || words[0].Lower is not ("who" or "what" or "how" or "which"))
        {
            return null;
        }

        // "Who was arrested in Italy" tells what happened, "who is the president" does not.
        var from = words[0].Lower == "how" && words[1].Lower is "many" or "much" ? 2 : 1;
        var isOfName = EnglishWords.Prepositions.Contains(words[from].Lower) || (from == 1 && EnglishWords.IsAuxiliary(words[1].Lower) && !EnglishWords.IsVerb(words[2].Lower));
        return isOfName ? null : From(words, from, question);
    }

    /// <param name="words">The question's words.</param>
    /// <param name="noun">The number of the first word of what is asked for or counted.</param>
    /// <param name="determiner">What stands before it in a statement.</param>
    /// <param name="question">The question.</param>
    private static string OfAskedFor(QuestionWord[] words, int noun, string determiner, string question)
    {
        var auxiliary = Array.FindIndex(words, noun, word => EnglishWords.IsAuxiliary(word.Lower));
        if (auxiliary < 0 || auxiliary + 1 == words.Length || words[noun..auxiliary].Any(word => word.Lower == "that" || EnglishWords.Interrogatives.Contains(word.Lower)))
        {
            return $"was it that {determiner}{From(words, noun, question)}";
        }

        var named = determiner + question[words[noun].Start..words[auxiliary - 1].End];
        if (!ActsBehind(words, auxiliary))
        {
            return Inverted(named, words[auxiliary].Lower, words[auxiliary + 1], question[words[auxiliary].End..].TrimEnd(Stops));
        }

        // "Which day did the dike break" is not of the day.
        var isOfIt = words[noun..auxiliary].Any(word => word.IsName || EnglishWords.IsSpecific(word.Lower) || EnglishWords.IsPeople(word.Lower));
        return From(words, auxiliary, question) + (isOfIt ? $" {named}" : "");
    }

    /// <summary>"Were people killed", "did people have to leave", but "was it that houses had water in them".</summary>
    private static string Inverted(string named, string auxiliary, QuestionWord next, string rest) => auxiliary switch
    {
        "had" or "has" or "have" when next.Lower == "to" => $"{(auxiliary == "had" ? "did" : "do")} {named} have{rest}",
        "had" or "has" or "have" when !EnglishWords.IsVerb(next.Lower) && next.Lower is not ("been" or "not") => $"was it that {named} {auxiliary}{rest}",
        _ => $"{auxiliary} {named}{rest}",
    };

    private static bool IsNoun(string lower) => !EnglishWords.IsFunction(lower) && !EnglishWords.IsVerb(lower);

    /// <summary>Behind the auxiliary of "how many homes did the flood damage" stands who did it; in "how many people had to leave" they did it themselves.</summary>
    private static bool ActsBehind(QuestionWord[] words, int auxiliary) => auxiliary + 1 < words.Length
        && (words[auxiliary].Lower is "do" or "does" or "did" ? words[auxiliary + 1].Lower != "not"
            : words[auxiliary + 1].IsName || EnglishWords.Articles.Contains(words[auxiliary + 1].Lower)
            || words[auxiliary + 1].Lower is "they" or "he" or "she" or "it" or "we" or "you" or "this" or "that" or "these" or "those" or "his" or "her" or "their" or "its");

    private static string From(QuestionWord[] words, int from, string question) =>
        (EnglishWords.IsAuxiliary(words[from].Lower) ? words[from].Lower : question[words[from].Start..words[from].End]) + question[words[from].End..].TrimEnd(Stops);
}
