namespace BriefingBot.Answering;

/// <summary>"What about Germany?", "and in 2015?": the last question again, with a new part in the place of the like one.</summary>
internal static class LikePart
{
    private const int MostWords = 6;

    /// <summary>Openers that go on with the last question: "and Germany?", but not "ok cheers".</summary>
    private static readonly HashSet<string> Joining = new("and but so also then now or".Split(' '), StringComparer.Ordinal);

    public static string? Substitute(string question, QuestionWord[] words, string last, TopicPhrase? topic, bool isSubjectKnown)
    {
        if (Part(words) is not { Length: > 0 and <= MostWords } part)
        {
            return null;
        }

        var written = question[part[0].Start..part[^1].End];
        var own = part.Count(word => word.IsName || EnglishWords.IsSpecific(word.Lower));

        // "About wildfires in Australia" is a topic of its own, and so is what is more than a word: only a place or a time may be wanted of the old one.
        var isOfTopic = own <= 1 || (own == 2 && EnglishWords.Prepositions.Contains(part[0].Lower));
        if (Replaced(part, written, last) is { } replaced)
        {
            return replaced;
        }

        // "What about the strike?" where articles tell of one: the strike is wanted, and "what about" asks nothing of it.
        if (isSubjectKnown)
        {
            return part.Length < QuestionWord.WithoutOpeners(words).Length ? written : null;
        }

        return isOfTopic && !IsAbout(words) ? Bracketed.Question(question, topic?.Text) : null;
    }

    private static bool IsAbout(QuestionWord[] words) => QuestionWord.WithoutOpeners(words)[0].Lower == "about";

    /// <summary>What the question is about, where it is no more than "what about" or "and" and a part of a question.</summary>
    private static QuestionWord[]? Part(QuestionWord[] words)
    {
        var asked = QuestionWord.WithoutOpeners(words);
        if (asked is [{ Lower: "what" or "how" }, { Lower: "about" }, ..])
        {
            return asked[2..];
        }

        // "And Germany?" and "in 2015?", but not "results of the election".
        var isPart = asked.Length > 0 && !asked.Any(word =>
            EnglishWords.Interrogatives.Contains(word.Lower) || EnglishWords.IsAuxiliary(word.Lower) || (!word.IsName && EnglishWords.IsVerb(word.Lower)));
        return isPart && (words[..^asked.Length].Any(word => Joining.Contains(word.Lower)) || EnglishWords.Prepositions.Contains(asked[0].Lower)) ? asked : null;
    }

    private static string? Replaced(QuestionWord[] part, string written, string last)
    {
        var core = part.SkipWhile(word => EnglishWords.Prepositions.Contains(word.Lower) || EnglishWords.Articles.Contains(word.Lower)).ToArray();
        if (core.Length == 0 || IsAbout(part) || !(core.All(word => word.IsName) || core is [{ IsNumber: true }]))
        {
            return null;
        }

        var words = QuestionWord.Of(last);
        if (!words.Index().Any(word => (word.Index == 0 || word.Item.AfterStop) && (EnglishWords.Interrogatives.Contains(word.Item.Lower) || EnglishWords.IsAuxiliary(word.Item.Lower))))
        {
            return null;
        }

        // The last name or number is the one that is varied: "the election in Iceland", "the ferry from Karrowby to Skarrin".
        var end = Array.FindLastIndex(words, word => core[0].IsNumber ? word.IsNumber : word.IsName);
        if (end < 0)
        {
            return core.Length == part.Length ? null : $"{last.TrimEnd('?', ' ')} {written}?";
        }

        var start = end;
        while (start > 1 && !words[start].AfterStop && !core[0].IsNumber && words[start - 1] is { IsName: true, IsPossessive: false })
        {
            start--;
        }

        var place = written[(core[0].Start - part[0].Start)..];
        return last[..words[start].Start] + place + last[(words[end].Start + words[end].Text.Length)..];
    }
}
