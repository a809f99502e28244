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
            if (Read(words, at) is { } pronoun && !IsExplained(words, phrases, pronoun))
            {
                found.Add(pronoun);
            }
        }

        return found;
    }

    /// <summary>Whether the pronoun can stand for the phrase.</summary>
    public bool Fits(TopicPhrase phrase) => Kind switch
    {
        PronounKind.Person => phrase.IsPerson || phrase.IsPersonLike,
        PronounKind.Several => phrase.IsPlural || phrase.HasName,
        PronounKind.Thing => (!phrase.IsPlural || phrase.HasName) && !phrase.IsPerson,
        PronounKind.Place => phrase.IsPlace || (phrase.HasName && !phrase.IsPerson && !phrase.IsPersonLike),
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
            "it" when before != "worth" && !IsExpletive(words, at) => new(at, PronounKind.Thing, false),
            "its" => new(at, PronounKind.Thing, true),
            "they" or "them" => new(at, PronounKind.Several, false),
            "their" or "theirs" => new(at, PronounKind.Several, true),
            "he" or "she" or "him" => new(at, PronounKind.Person, false),
            "his" or "hers" => new(at, PronounKind.Person, true),
            "her" => new(at, PronounKind.Person, IsOwner(words, at, next, before)),
            "there" when !EnglishWords.Be.Contains(before) && !EnglishWords.IsAuxiliary(next) && at > 0 => new(at, PronounKind.Place, false),
            "this" or "that" when IsDemonstrative(words, at, before, next, nounFollows) => new(at, nounFollows ? PronounKind.Named : PronounKind.Thing, false),
            "these" or "those" when !IsDescribed(words, at, next, before) => new(at, nounFollows ? PronounKind.Named : PronounKind.Several, false),
            "one" or "ones" when !nounFollows && next != "of" && before is not ("no" or "any" or "every" or "which") && at > 0 && !IsAnybody(words, at, before) => new(at, PronounKind.Named, false),
            _ => null,
        };
    }

    /// <summary>"Keep her promise" and "tell her patient", but not "ask her" or "let her resign".</summary>
    private static bool IsOwner(QuestionWord[] words, int at, string next, string before) =>
        next.Length > 0 && (words[at + 1].IsName || !EnglishWords.IsFunction(next)) && !(before is "let" or "make" or "made" or "see" or "saw" or "help" or "hear" && EnglishWords.IsVerb(next));

    /// <summary>"Those in Germany", "those who voted", "those affected by it": the words behind say who they are.</summary>
    private static bool IsDescribed(QuestionWord[] words, int at, string next, string before) =>
        next is "who" or "whose" or "that" or "which"
        || (at + 2 < words.Length && (EnglishWords.Prepositions.Contains(next) || (next.EndsWith("ed", StringComparison.Ordinal) && !EnglishWords.Be.Contains(before))));

    /// <summary>"How does one become a citizen?", "when one is ill": it does what everybody does.</summary>
    private static bool IsAnybody(QuestionWord[] words, int at, string before) =>
        words[at].IsPossessive || words[at].AfterStop || EnglishWords.IsAuxiliary(before) || EnglishWords.Interrogatives.Contains(before) || EnglishWords.OpensClause(before);

    // "This week" is a time, and "that of" is a noun of the question. "That" behind a noun or a verb opens a clause.
    private static bool IsDemonstrative(QuestionWord[] words, int at, string before, string next, bool nounFollows) =>
        next is not ("week" or "month" or "year" or "morning" or "evening" or "afternoon" or "summer" or "winter" or "spring" or "autumn" or "time" or "day" or "is" or "of")
        && (words[at].Lower == "this" || before.Length == 0 || EnglishWords.IsAuxiliary(before) || EnglishWords.Prepositions.Contains(before)
            || (!nounFollows && (next.Length == 0 || EnglishWords.IsVerb(next)) && EnglishWords.IsVerb(before)));

    /// <summary>"Is it true that", "how long does it take to", "is it raining": it stands for what follows, or for nothing.</summary>
    private static bool IsExpletive(QuestionWord[] words, int at)
    {
        var rest = words[(at + 1)..].TakeWhile(word => !word.AfterStop).Select(word => word.Lower).ToArray();
        var be = (at > 0 && EnglishWords.Be.Contains(words[at - 1].Lower)) || (rest.Length > 0 && EnglishWords.Be.Contains(rest[0]));
        var to = Array.IndexOf(rest, "to");
        return (be && (rest.Contains("that") || rest.Contains("who") || to is > 0 and <= 2 || (to > 0 && (rest[0] is "a" or "an" || Array.IndexOf(rest, "for", 0, to) > 0))))
            || (be && rest is ["from" or "to" or "worth", _, _, ..])
            || (rest.Length > 2 && rest[0] is "take" or "takes" or "took" or "cost" or "costs" or "hurt" or "help" or "pay" or "make" && to > 0)
            || (rest.Length > 1 && rest[0] is "matter" or "matters")
            || (rest.Length > 1 && rest[0] is "seem" or "seems" or "appear" or "appears" or "turn" or "turns" && rest.Contains("that"))
            || IsWeather(words, at, rest);
    }

    /// <summary>"Is it raining?", "is it cold in Norway?", "what time is it?"</summary>
    private static bool IsWeather(QuestionWord[] words, int at, string[] rest) =>
        (rest.Length > 0 && EnglishWords.IsWeather(rest[0])) || (rest is ["going", "to", var coming, ..] && EnglishWords.IsWeather(coming))
        || (rest is ["cold" or "hot" or "warm" or "cool" or "wet" or "dry" or "dark", var where, ..]
            && (where is "outside" or "today" or "tonight" or "tomorrow" or "now" || (where == "in" && rest.Length > 2 && words[at + 3].IsName)))
        || (at > 1 && rest.Length == 0 && words[at - 2].Lower is "time" or "day" or "date");

    // In one clause "it" does not mean what the clause already names; "its" may, and so may either in the next clause.
    private static bool IsExplained(QuestionWord[] words, IReadOnlyList<TopicPhrase> phrases, Pronoun pronoun)
    {
        var fitting = phrases.Where(phrase => pronoun.Kind == PronounKind.Person ? phrase.MayBePerson : phrase.IsSpecific && pronoun.Fits(phrase)).ToArray();
        var people = pronoun.Kind == PronounKind.Several ? Array.FindLastIndex(words, pronoun.At, word => EnglishWords.IsPeople(word.Lower)) : -1;
        return pronoun.Kind != PronounKind.Named
            && (fitting.Any(phrase => IsNamedNext(words, phrase, pronoun)) || (people >= 0 && Explains(words, people + 1, pronoun))
                || fitting.Select(phrase => phrase.First + phrase.Words.Length).Any(end => end <= pronoun.At && Explains(words, end, pronoun)));
    }

    /// <summary>"When he resigned, did Johnson say why?"</summary>
    private static bool IsNamedNext(QuestionWord[] words, TopicPhrase phrase, Pronoun pronoun) =>
        pronoun.Kind == PronounKind.Person && EnglishWords.OpensClause(words[0].Lower) && phrase.First > pronoun.At && words[pronoun.At..(phrase.First + 1)].Any(word => word.AfterStop);

    /// <param name="words">The question's words.</param>
    /// <param name="end">Behind the words that the pronoun could stand for.</param>
    /// <param name="pronoun">The pronoun.</param>
    private static bool Explains(QuestionWord[] words, int end, Pronoun pronoun)
    {
        var between = words[end..pronoun.At];
        var next = words[pronoun.At].AfterStop || between.Any(word => word.AfterStop || EnglishWords.OpensClause(word.Lower)) || IsReported(words, end, pronoun.At);

        // "The role of its" and "the plants they found" point outside.
        return next || (pronoun.IsPossessive && between.Length > 0 && !(between.Length == 1 && EnglishWords.Prepositions.Contains(between[0].Lower)));
    }

    /// <summary>"Johnson said that he would", "scientists think they can", but not "the plants that they found".</summary>
    private static bool IsReported(QuestionWord[] words, int from, int at)
    {
        var that = Array.FindIndex(words, from, at - from, word => word.Lower == "that");
        if (that > 0)
        {
            return EnglishWords.IsReporting(words[that - 1].Lower);
        }

        var isSubject = words[at].Lower is "he" or "she" or "they" || (at + 1 < words.Length && (EnglishWords.IsAuxiliary(words[at + 1].Lower) || EnglishWords.IsVerb(words[at + 1].Lower)));
        return at > 0 && isSubject && EnglishWords.IsReporting(words[at - 1].Lower);
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
