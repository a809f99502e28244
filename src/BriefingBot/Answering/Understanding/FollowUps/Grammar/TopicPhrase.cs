namespace BriefingBot.Answering;

/// <summary>Words of a question that name something: what a later question may point back at.</summary>
/// <param name="Text">As it is written, with its article: "the election in Iceland".</param>
/// <param name="Words">Its words, without the article.</param>
/// <param name="First">The number of its first word in the question.</param>
internal sealed record TopicPhrase(string Text, QuestionWord[] Words, int First)
{
    /// <summary>Longer ones are not names of a thing, but descriptions that would drown the question they are put into.</summary>
    private const int MostWords = 9;

    private QuestionWord Head { get; } = Words.TakeWhile((word, at) => at == 0 || !EnglishWords.Prepositions.Contains(word.Lower)).Last();

    public bool HasName => Words.Any(word => word.IsName);

    public bool IsPlural => (EnglishWords.IsPlural(Head.Lower) && !Head.IsPossessive) || Words.Any(word => word.Lower == "and");

    /// <summary>A name in a place's position, behind "in" or "at", is taken for a place.</summary>
    public bool IsPlace { get; init; }

    /// <summary>A noun or a title says so, or the question asks who it is.</summary>
    public bool IsPerson => !IsPlural && (EnglishWords.IsPersonRole(Head.Lower) || IsAskedWho || (Head.IsName && !IsPlace && Words.Any(word => EnglishWords.IsPersonRole(word.Lower))));

    /// <summary>A name that is written or used as people's are: "Boris Johnson", or "Obama" in "what did Obama say", but neither "Brexit" nor "the Africa Cup".</summary>
    public bool IsPersonLike => HasName && !IsPlace && !HasArticle && Words.All(word => word.IsName && !EnglishWords.IsOfNames(word.Lower)) && (Words.Length is > 1 and <= 4 || IsActing);

    /// <summary>Nothing speaks against its being a person.</summary>
    public bool MayBePerson => !IsPlace && !Head.IsNumber && (IsSpecific || IsPerson) && (HasName || !IsPlural);

    public bool IsSpecific => Words.Any(word => word.IsName || EnglishWords.IsSpecific(word.Lower));

    /// <summary>Behind "how many" or "which" it is what is asked for rather than what the question is about.</summary>
    public bool IsAskedFor { get; init; }

    public bool HasArticle { get; init; }

    /// <summary>Two nouns say by themselves which one is meant: "the world cup", "the men's final", but neither "the new law" nor "the ferry price".</summary>
    public bool IsDefiniteCompound => IsSpecific && Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && !Words.Any(word => EnglishWords.Prepositions.Contains(word.Lower))
        && Words.Count(word => word.IsName || EnglishWords.IsSpecific(word.Lower) || EnglishWords.IsCommonNoun(word.Lower)) > 1;

    private bool IsAskedWho { get; init; }

    /// <summary>It does what people do.</summary>
    private bool IsActing { get; init; }

    /// <summary>Whether the two have the same words, articles apart.</summary>
    public bool Repeats(TopicPhrase other) => Words.Select(word => word.Lower).SequenceEqual(other.Words.Select(word => word.Lower));

    /// <summary>The phrases of a question in order, names and owners within longer ones behind those.</summary>
    public static IReadOnlyList<TopicPhrase> Of(string question)
    {
        var words = QuestionWord.Of(question);
        var phrases = new List<TopicPhrase>();
        for (var at = 0; at < words.Length; at++)
        {
            if (NounPhrase.Starts(words, at))
            {
                var end = NounPhrase.End(words, at);
                var from = NounPhrase.Core(words, at, end);
                phrases.Add(Make(question, words, from, Math.Min(end, from + MostWords)));
                phrases.AddRange(Inner(words, from, end).Select(inner => Make(question, words, inner.From, inner.End)));
                at = end - 1;
            }
        }

        return phrases;
    }

    /// <summary>"Lung cancer" of "lung cancer's symptoms", and "Iceland" of "the election in Iceland".</summary>
    private static IEnumerable<(int From, int End)> Inner(QuestionWord[] words, int from, int end)
    {
        if (Array.FindIndex(words, from, end - from - 1, word => word.IsPossessive) is >= 0 and var owner)
        {
            yield return (from, owner + 1);
        }

        for (var at = from; at < end; at++)
        {
            var last = at;
            while (last < end && words[last].IsName)
            {
                last++;
            }

            if (last > at && (at > from || last < end))
            {
                yield return (at, last);
                if (last < end && at > from && !words[(last - 1)..end].Any(word => EnglishWords.Prepositions.Contains(word.Lower)))
                {
                    yield return (at, end);
                }
            }

            at = Math.Max(at, last);
        }
    }

    private static TopicPhrase Make(string question, QuestionWord[] words, int from, int end)
    {
        var hasArticle = from > 0 && EnglishWords.Articles.Contains(words[from - 1].Lower) && !words[from].AfterStop;
        var before = from - (hasArticle ? 2 : 1);
        var last = words[end - 1];
        return new(question[words[hasArticle ? from - 1 : from].Start..(last.Start + last.Text.Length)], words[from..end], from)
        {
            IsPlace = before >= 0 && (words[before].Lower is "in" or "at" or "near" or "from" || (words[before].Lower == "to" && !(before > 0 && words[before - 1].Lower is "happened" or "happen" or "happens" or "happening"))),
            HasArticle = hasArticle,
            IsAskedWho = before > 0 && EnglishWords.Be.Contains(words[before].Lower) && words[before - 1].Lower == "who",
            IsActing = end < words.Length && (EnglishWords.IsReporting(words[end].Lower) || EnglishWords.IsOfPersons(words[end].Lower)),
            IsAskedFor = before >= 0 && words[before].Lower is "many" or "much" or "which" or "what",
        };
    }
}
