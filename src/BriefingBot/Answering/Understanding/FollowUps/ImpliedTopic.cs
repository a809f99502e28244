using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>
/// Questions that name too little to stand alone although no pronoun says so: "What are the symptoms?", "How many died?", "Which is the
/// largest?".
/// </summary>
internal static class ImpliedTopic
{
    public static string? Complete(string question, QuestionWord[] words, TopicPhrase? topic)
    {
        if (topic is null || words.Length < 2)
        {
            return null;
        }

        var own = words.Count(word => !word.IsName && EnglishWords.IsSpecific(word.Lower));
        if (own == 0 && IsOfNothing(words))
        {
            return $"{question[..words[^1].End]} of {topic.Text}{question[words[^1].End..]}";
        }

        return !words.Any(word => word.IsName || word.IsNumber) && IsIncomplete(words, own) && !TopicPhrase.Of(question).Any(phrase => phrase.IsDefiniteCompound)
            ? Bracketed.Question(question, topic.Text)
            : null;
    }

    /// <summary>"The strike" of "when did the strike start?", where no earlier question speaks of it: a subject of its own, if articles tell of it.</summary>
    public static string? OwnSubject(string question, IReadOnlyList<string> earlier)
    {
        var named = TopicPhrase.Of(question).FirstOrDefault(phrase => phrase.IsSpecific && phrase.Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase));
        return named is null || EnglishTerms.Of(named.Text).Intersect(earlier.SelectMany(EnglishTerms.Of)).Any() ? null : named.Text;
    }

    /// <summary>"What are the main symptoms?" and "why is Batman not a member?", but not "what is the iPhone price?".</summary>
    private static bool IsOfNothing(QuestionWord[] words)
    {
        if (!EnglishWords.IsRelational(words[^1].Lower))
        {
            return false;
        }

        var before = words[..^1].Reverse().SkipWhile(word => !word.IsName && (EnglishWords.IsCommon(word.Lower) || EnglishWords.IsRelational(word.Lower))).FirstOrDefault();
        return before is { IsPossessive: false }
            && (EnglishWords.Articles.Contains(before.Lower) || EnglishWords.Be.Contains(before.Lower) || before.Lower is "some" or "any" or "of" or "most" or "and");
    }

    private static bool IsIncomplete(QuestionWord[] words, int own)
    {
        var asked = QuestionWord.WithoutOpeners(words).Select(word => word.Lower).ToArray();
        if (asked.Length < 2 || !(EnglishWords.Interrogatives.Contains(asked[0]) || EnglishWords.IsAuxiliary(asked[0])))
        {
            return false;
        }

        var isExistential = asked is ["is" or "are" or "was" or "were", "there", ..];
        var isDefinite = asked.Contains("the") || asked.Contains("else");
        return own switch
        {
            // "What is it?" would have been explained; "what is a trope?" asks what a word means.
            0 => isDefinite || asked.Any(EnglishWords.IsVerb) || asked is ["how", "many" or "much", ..],
            1 => (isDefinite && !IsComplement(words)) || isExistential || asked is ["how", "many", ..] or ["who", _],
            2 => isExistential && !asked.Skip(2).Any(EnglishWords.Prepositions.Contains),
            _ => false,
        };
    }

    /// <summary>"The types of injuries": the one word that says something completes another.</summary>
    private static bool IsComplement(QuestionWord[] words)
    {
        var at = Array.FindIndex(words, word => EnglishWords.IsSpecific(word.Lower));
        return words[..at].Any(word => EnglishWords.Prepositions.Contains(word.Lower));
    }
}
