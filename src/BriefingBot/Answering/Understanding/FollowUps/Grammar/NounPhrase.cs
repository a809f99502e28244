namespace BriefingBot.Answering;

/// <summary>Where the phrases that name things begin and end among a question's words, told by the small words around them.</summary>
internal static class NounPhrase
{
    public static bool Starts(QuestionWord[] words, int at) => IsNominal(words, at) && !IsVerbHere(words, at) && !IsPredicate(words, at)
        && !(at + 1 < words.Length && words[at + 1].Lower is "one" or "ones");

    /// <summary>Behind the last word of the phrase that starts here.</summary>
    public static int End(QuestionWord[] words, int from)
    {
        var end = from + 1;
        while (end < words.Length && !words[end].AfterStop)
        {
            if (IsNominal(words, end) && !IsVerbHere(words, end) && !TakesObject(words, end))
            {
                end++;
            }
            else if (Joined(words, end) is { } behind)
            {
                end = behind;
            }
            else
            {
                break;
            }
        }

        return WithoutPredicate(words, from, end);
    }

    /// <summary>Where the phrase says what it is about: "the origins of popular music" is about music, "taking pop" about pop.</summary>
    public static int Core(QuestionWord[] words, int from, int end)
    {
        var core = from;
        for (var at = from; at < end - 1; at++)
        {
            var isOfIt = EnglishWords.IsRelational(words[at].Lower) && EnglishWords.Prepositions.Contains(words[at + 1].Lower);
            if (isOfIt && at + 3 <= end && words[from..at].All(word => EnglishWords.IsCommon(word.Lower) || EnglishWords.IsRelational(word.Lower)))
            {
                core = Math.Min(end - 1, at + (EnglishWords.Articles.Contains(words[at + 2].Lower) ? 3 : 2));
            }
        }

        return core == from && IsActOn(words, from, end) ? from + 1 : core;
    }

    /// <summary>"About taking pop seriously", "of consuming energy drinks": the first word is done with the others.</summary>
    private static bool IsActOn(QuestionWord[] words, int from, int end) =>
        from > 0 && end - from > 1 && !words[from].IsName && words[from].Lower.EndsWith("ing", StringComparison.Ordinal) && !EnglishWords.IsFunction(words[from + 1].Lower)
        && (EnglishWords.Prepositions.Contains(words[from - 1].Lower) || EnglishWords.IsVerb(words[from - 1].Lower));

    /// <summary>Behind the noun that "of", or "in" and a name, joins to the phrase; null when nothing is joined.</summary>
    private static int? Joined(QuestionWord[] words, int at)
    {
        var next = at + 1 < words.Length && EnglishWords.Articles.Contains(words[at + 1].Lower) ? at + 2 : at + 1;
        if (next >= words.Length || words[next].AfterStop || !IsNominal(words, next))
        {
            return null;
        }

        var joins = words[at].Lower switch
        {
            "of" => true,
            "in" or "at" or "on" or "for" or "from" or "near" or "to" => words[next].IsName || words[next].IsNumber,
            "and" => words[next].IsName && words[at - 1].IsName,
            _ => false,
        };
        return joins ? next + 1 : null;
    }

    /// <summary>"Is throat cancer treatable", "why did the minister resign": the last word is said of the phrase and is no part of it.</summary>
    private static int WithoutPredicate(QuestionWord[] words, int from, int end)
    {
        var auxiliary = from > 0 && EnglishWords.Articles.Contains(words[from - 1].Lower) ? from - 2 : from - 1;
        if (auxiliary < 0 || end - from < 2 || words[end - 1].IsName || words[end - 1].IsNumber || EnglishWords.IsFunction(words[end - 2].Lower))
        {
            return end;
        }

        var opens = auxiliary == 0 || words[auxiliary - 1].Lower is "why" or "how" or "when" or "where" || EnglishWords.Openers.Contains(words[auxiliary - 1].Lower);
        var inverted = EnglishWords.Do.Contains(words[auxiliary].Lower) || (opens && EnglishWords.IsAuxiliary(words[auxiliary].Lower));
        var atEnd = end == words.Length || words[end].AfterStop || EnglishWords.Prepositions.Contains(words[end].Lower);
        return inverted && atEnd ? end - 1 : end;
    }

    private static bool IsNominal(QuestionWord[] words, int at) => words[at].IsName || !EnglishWords.IsFunction(words[at].Lower);

    /// <summary>Behind an article, a preposition or an owner it is a noun, whatever else it can be.</summary>
    private static bool IsVerbHere(QuestionWord[] words, int at)
    {
        if (words[at].IsName || !EnglishWords.IsVerb(words[at].Lower))
        {
            return false;
        }

        if (at == 0)
        {
            return true;
        }

        var before = words[at - 1].Lower;
        var isBehindNoun = EnglishWords.IsCommon(before) && EnglishWords.IsPlural(before);
        return !(words[at - 1].IsPossessive || EnglishWords.Articles.Contains(before) || (EnglishWords.IsCommon(before) && !isBehindNoun)
            || (EnglishWords.Prepositions.Contains(before) && before != "to")
            || before is "its" or "their" or "his" or "her" or "my" or "your" or "our" or "this" or "that" or "these" or "those" or "some" or "any" or "no" or "many" or "much" or "other");
    }

    /// <summary>"Istanbul base the organization": no noun stands before another one's article.</summary>
    private static bool TakesObject(QuestionWord[] words, int at) =>
        !words[at].IsName && at + 1 < words.Length && !words[at + 1].AfterStop
        && (EnglishWords.Articles.Contains(words[at + 1].Lower) || words[at + 1].Lower is "its" or "their" or "his" or "her");

    /// <summary>"How secure is blockchain", "what is unique about it", "is it easier to learn": it names nothing.</summary>
    private static bool IsPredicate(QuestionWord[] words, int at)
    {
        if (words[at].IsName || words[at].IsNumber || at == 0 || EnglishWords.IsPlural(words[at].Lower))
        {
            return false;
        }

        var isBehindBe = EnglishWords.Be.Contains(words[at - 1].Lower)
            || (at > 1 && EnglishWords.Be.Contains(words[at - 2].Lower) && words[at - 1].Lower is "it" or "they" or "he" or "she" or "that" or "this");
        var isLast = at + 1 == words.Length;
        var isFollowed = !isLast && (words[at + 1].AfterStop || words[at + 1].Lower == "and" || EnglishWords.Prepositions.Contains(words[at + 1].Lower));
        return words[at - 1].Lower == "how" || (isBehindBe && ((isFollowed && words[0].Lower != "who") || (isLast && words[0].Lower is not ("what" or "who"))));
    }
}
