namespace BriefingBot.Answering;

/// <summary>A word of a question that points at something outside of it.</summary>
/// <param name="At">The number of the word.</param>
/// <param name="Kind">What it can point at.</param>
/// <param name="IsPossessive">"Its symptoms", which becomes "lung cancer's symptoms".</param>
internal sealed record Pronoun(int At, PronounKind Kind, bool IsPossessive)
{
    /// <summary>The pronouns that nothing in the question itself explains.</summary>
    public static IReadOnlyList<Pronoun> In(QuestionWord[] words, IReadOnlyList<TopicPhrase> phrases)
    {
        var found = new List<Pronoun>();
        for (var at = 0; at < words.Length; at++)
        {
            if (Read(words, at) is { } pronoun && !phrases.Any(phrase => Explains(words, phrase, pronoun)))
            {
                found.Add(pronoun);
            }
        }

        return found;
    }

    /// <summary>Whether the pronoun can stand for the phrase.</summary>
    public bool Fits(TopicPhrase phrase) => Kind switch
    {
        PronounKind.Person => phrase.IsPerson && !phrase.IsPlural,
        PronounKind.Several => phrase.IsPlural || phrase.HasName,
        PronounKind.Thing => !phrase.IsPlural || phrase.HasName,
        PronounKind.Place => phrase.IsPlace || phrase.HasName,
        _ => true,
    };

    /// <summary>A name may be plural or not, whatever its ending: it fits either, but one that agrees fits better.</summary>
    public bool Disagrees(TopicPhrase phrase) => (Kind == PronounKind.Thing && phrase.IsPlural) || (Kind == PronounKind.Several && !phrase.IsPlural);

    private static Pronoun? Read(QuestionWord[] words, int at)
    {
        var next = at + 1 < words.Length && !words[at + 1].AfterStop ? words[at + 1].Lower : "";
        var before = at > 0 ? words[at - 1].Lower : "";
        var nounFollows = next.Length > 0 && (words[at + 1].IsName || !(EnglishWords.IsFunction(next) || (EnglishWords.IsVerb(next) && !EnglishWords.IsPlural(next))));
        return words[at].Lower switch
        {
            "it" when !IsExpletive(words, at) => new(at, PronounKind.Thing, false),
            "its" => new(at, PronounKind.Thing, true),
            "they" or "them" => new(at, PronounKind.Several, false),
            "their" or "theirs" => new(at, PronounKind.Several, true),
            "he" or "she" or "him" => new(at, PronounKind.Person, false),
            "his" or "hers" => new(at, PronounKind.Person, true),
            "her" => new(at, PronounKind.Person, nounFollows),
            "there" when !EnglishWords.Be.Contains(before) && !EnglishWords.IsAuxiliary(next) && at > 0 => new(at, PronounKind.Place, false),
            "this" or "that" when IsDemonstrative(words, at, before, next, nounFollows) => new(at, nounFollows ? PronounKind.Named : PronounKind.Thing, false),
            "these" or "those" => new(at, nounFollows ? PronounKind.Named : PronounKind.Several, false),
            "one" or "ones" when !nounFollows && next != "of" && before is not ("no" or "any" or "every" or "which") && at > 0 => new(at, PronounKind.Named, false),
            _ => null,
        };
    }

    // "This week" is a time. "That" behind a noun or a verb opens a clause.
    private static bool IsDemonstrative(QuestionWord[] words, int at, string before, string next, bool nounFollows) =>
        next is not ("week" or "month" or "year" or "morning" or "evening" or "afternoon" or "summer" or "winter" or "spring" or "autumn" or "time" or "day" or "is")
        && (words[at].Lower == "this" || before.Length == 0 || EnglishWords.IsAuxiliary(before) || EnglishWords.Prepositions.Contains(before)
            || (!nounFollows && (next.Length == 0 || EnglishWords.IsVerb(next)) && EnglishWords.IsVerb(before)));

    /// <summary>"Is it true that", "how long does it take to": it stands for what follows.</summary>
    private static bool IsExpletive(QuestionWord[] words, int at)
    {
        var rest = words[(at + 1)..].TakeWhile(word => !word.AfterStop).Select(word => word.Lower).ToArray();
        var be = (at > 0 && EnglishWords.Be.Contains(words[at - 1].Lower)) || (rest.Length > 0 && EnglishWords.Be.Contains(rest[0]));
        return (be && (rest.Contains("that") || (Array.IndexOf(rest, "to") is > 0 and <= 2)))
            || (rest.Length > 2 && rest[0] is "take" or "takes" or "took" or "cost" or "costs" && rest.Contains("to"))
            || rest is ["rain" or "snow", ..];
    }

    // In one clause "it" does not mean what the clause already names; "its" may, and so may either in the next clause.
    private static bool Explains(QuestionWord[] words, TopicPhrase phrase, Pronoun pronoun)
    {
        var end = phrase.First + phrase.Words.Length;
        if (end > pronoun.At || !phrase.IsSpecific || pronoun.Kind is PronounKind.Named || !pronoun.Fits(phrase))
        {
            return false;
        }

        var between = words[end..pronoun.At];
        var next = words[pronoun.At].AfterStop
            || between.Any(word => word.AfterStop || word.Lower is "and" or "but" or "because" or "while" or "if" or "when" or "before" or "after" or "who" or "whether" or "as");

        // "The role of its" and "the plants they found" point outside.
        return next || (pronoun.IsPossessive && between.Length > 0 && !(between.Length == 1 && EnglishWords.Prepositions.Contains(between[0].Lower)));
    }
}

/// <summary>What a pronoun can point at.</summary>
internal enum PronounKind
{
    Thing,
    Several,
    Person,
    Place,

    /// <summary>A noun says what it is, as in "that illness" or "a smart one": it is explained rather than replaced.</summary>
    Named,
}
