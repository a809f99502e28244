using System.Collections.Immutable;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>What the last questions were about, to choose from: the last one rather than earlier ones.</summary>
/// <param name="questions">The questions as they were understood, the last one first.</param>
/// <param name="weights">The terms' weights in the index; a rare one is the better topic. A term that is not among them counts as rare.</param>
internal sealed class Antecedents(IReadOnlyList<string> questions, ImmutableDictionary<string, double> weights)
{
    private const int LongestPhrase = 100;

    private readonly TopicPhrase[][] _phrases =
        [.. questions.Select(question => TopicPhrase.Of(question).Where(phrase => phrase.IsSpecific && phrase.Text.Length <= LongestPhrase).ToArray())];

    private readonly double _heaviest = weights.IsEmpty ? 1 : Math.Max(weights.Values.Max(), 0.001);

    /// <summary>What the conversation is about; null when no question names anything.</summary>
    public TopicPhrase? Topic => Choose(_ => true, _ => false);

    /// <summary>Whether the last question asks for a person, whom its answer may have named.</summary>
    public bool AsksForPerson { get; } = questions.Count > 0 && QuestionWord.Of(questions[0]).Any(word => word.Lower is "who" or "whom" or "whose");

    /// <summary>
    /// What the pronoun stands for: by its number and kind, else what the conversation is about; not what is taken by another one. Null where that is
    /// nothing or one of several.
    /// </summary>
    public TopicPhrase? For(Pronoun pronoun, TopicPhrase? taken)
    {
        var chosen = Choose(phrase => pronoun.Fits(phrase) && phrase.Text != taken?.Text, pronoun.Disagrees);
        return chosen switch
        {
            not null when pronoun.Kind == PronounKind.Several && !chosen.IsPlural && IsOneOfSeveral(chosen) => null,
            not null when pronoun.Kind == PronounKind.Person && IsOvertaken(chosen) => null,
            not null => chosen,
            _ when pronoun.Kind is PronounKind.Person or PronounKind.Place || Topic?.Text == taken?.Text => null,
            _ => pronoun.Kind == PronounKind.Thing && Topic?.IsPerson == true ? null : Topic,
        };
    }

    /// <summary>"Trump and Kim" of "did Trump meet Kim?", where they do again what they did together; null where they do not.</summary>
    public string? Both(IEnumerable<QuestionWord> asked)
    {
        var words = QuestionWord.Of(questions[0]);
        return Named(0) is [var one, var other]
            && words[(one.First + one.Words.Length)..other.First] is [{ Lower: var verb }] && EnglishWords.IsVerb(verb) && asked.Any(word => word.Lower == verb)
            ? $"{one.Text} and {other.Text}"
            : null;
    }

    /// <summary>The phrase that "the experiment" is short for, such as "the Stanford Experiment"; null when there is none.</summary>
    public TopicPhrase? InFull(TopicPhrase brief) => _phrases.SelectMany(phrases => phrases).FirstOrDefault(phrase =>
        phrase.Words.Length > brief.Words.Length
        && phrase.Words[^(brief.Words.Length + 1)] is { IsPossessive: false } before && (before.IsName || !EnglishWords.IsFunction(before.Lower))
        && phrase.Words[^brief.Words.Length..].Select(word => word.Lower).SequenceEqual(brief.Words.Select(word => word.Lower)));

    // Who of two did it is not known, and "they" may be both.
    private bool IsOneOfSeveral(TopicPhrase chosen) => Named(TurnOf(chosen)) is { Length: > 1 };

    /// <summary>A later question has another name that may be a person's.</summary>
    private bool IsOvertaken(TopicPhrase chosen) =>
        Enumerable.Range(0, Math.Max(0, TurnOf(chosen))).Any(turn => Named(turn).Any(name => !name.HasArticle && name.MayBePerson && !name.Words.Any(word => chosen.Words.Any(own => own.Lower == word.Lower))));

    private int TurnOf(TopicPhrase chosen) => Array.FindIndex(_phrases, phrases => phrases.Contains(chosen));

    /// <summary>The names of a question, without places and names within longer phrases.</summary>
    private TopicPhrase[] Named(int turn) => turn < 0 ? [] :
        [.. _phrases[turn].Where(phrase => phrase.HasName && !phrase.IsPlace && !phrase.IsPlural
            && !_phrases[turn].Any(other => other.Words.Length > phrase.Words.Length && other.First <= phrase.First && other.First + other.Words.Length >= phrase.First + phrase.Words.Length))];

    private TopicPhrase? Choose(Func<TopicPhrase, bool> fits, Func<TopicPhrase, bool> disagrees)
    {
        var best = _phrases
            .SelectMany((phrases, turn) => phrases.Where(fits).Select(phrase => (Phrase: phrase, Score: Score(phrase, turn) - (disagrees(phrase) ? 1 : 0))))
            .OrderByDescending(scored => scored.Score)
            .FirstOrDefault().Phrase;
        return best is null ? null : InFull(best) ?? best;
    }

    // What the last question kept from those before it stays the subject; else what it names first, a name above a noun. A word of every other passage is
    // no subject, wherever it stands: that weighs a little more than standing first.
    private double Score(TopicPhrase phrase, int turn)
    {
        var kept = turn == 0 && _phrases.Skip(1).Any(earlier => earlier.Any(phrase.Repeats));
        var first = _phrases[turn][0].First == phrase.First;
        return (kept ? 1.5 : 0) + (first ? 1 : 0) + (phrase.HasName ? 0.5 : 0) + (1.2 * Rarity(phrase))
            + (0.1 * Math.Min(phrase.Words.Length, 4)) - (phrase.IsAskedFor ? 0.75 : 0) - turn;
    }

    private double Rarity(TopicPhrase phrase)
    {
        var terms = EnglishTerms.Of(phrase.Text);
        return terms.Count == 0 ? 0 : terms.Max(term => weights.GetValueOrDefault(term, _heaviest)) / _heaviest;
    }
}
