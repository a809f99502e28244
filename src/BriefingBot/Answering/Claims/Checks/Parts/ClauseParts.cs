using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>A verb with whoever acts, what it is done to, and whom or what it reaches by a preposition, each by the terms of their nouns. None where that cannot be read.</summary>
/// <param name="Verb">Its term.</param>
/// <param name="At">Its place.</param>
/// <param name="IsPassive">Whether it is done to the subject.</param>
/// <param name="IsInverted">Whether the speaker follows: ", said the mayor".</param>
/// <param name="Actors">The nouns of whoever acts.</param>
/// <param name="Acted">The nouns of what it is done to.</param>
/// <param name="Reached">The nouns behind its preposition.</param>
internal sealed record ClauseParts(string Verb, int At, bool IsPassive, bool IsInverted, ImmutableArray<string> Actors, ImmutableArray<string> Acted, ImmutableArray<string> Reached)
{
    // "Was attacked near Dorn by armed men".
    private const int FarthestBy = 7;

    private static readonly ImmutableHashSet<string> Particles = ["up", "out", "off", "down", "away", "back"];

    public static ImmutableArray<ClauseParts> In(ImmutableArray<ClaimWord> words)
    {
        var clauses = ImmutableArray.CreateBuilder<ClauseParts>();
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at] is { IsMark: false, IsCapitalised: false, Stem: not null } word && (NounHeads.IsVerb(word.Lower) || StandsBehindAuxiliary(words, at)) && !NounHeads.StandsBehindArticle(words, at))
            {
                clauses.Add(Read(words, at, clauses.LastOrDefault()));
            }
        }

        return clauses.DrainToImmutable();
    }

    private static ClauseParts Read(ImmutableArray<ClaimWord> words, int at, ClauseParts? before)
    {
        var start = at;
        while (start > 0 && words[start - 1].Sentence == words[at].Sentence && IsOfVerb(words[start - 1]))
        {
            start--;
        }

        var (lower, stem) = (words[at].Lower, words[at].Stem!);
        var by = Enumerable.Range(at + 1, FarthestBy).TakeWhile(next => next < words.Length && words[next].Sentence == words[at].Sentence && !(words[next].IsMark && words[next].Text != "-")).FirstOrDefault(next => words[next].Lower == "by");
        var isPassive = (lower.EndsWith("ed", StringComparison.Ordinal) || IrregularVerbs.IsParticiple(lower)) && (words[start..at].Any(word => EnglishWords.Be.Contains(word.Lower)) || by == at + 1);
        if (VerbsOfSpeech.Has(lower) && start == at && at > 0 && (words[at - 1].Text is "," or "”" or "\"" or "’"))
        {
            // Behind a second comma the speaker may stand on either side: "Koll, the mayor, said".
            var isEither = stem == "tell" || (words[at - 1].Text == "," && NounHeads.BehindAside(words, at - 1) >= 0);
            var to = Enumerable.Range(at + 1, FarthestBy).TakeWhile(next => next < words.Length && !words[next].IsMark).FirstOrDefault(next => words[next].Lower == "to");
            return new(stem, at, false, true, isEither ? [] : NounHeads.From(words, at + 1), [], to > 0 ? ReachedBehind(words, to) : []);
        }

        var subject = words[start..at].Any(word => word.Lower == "to") ? [] : SubjectOf(words, start, before);
        if (isPassive)
        {
            return new(stem, at, true, false, by > 0 ? NounHeads.From(words, by + 1) : [], subject, ReachedBehind(words, at + 1));
        }

        var next = at + 1;
        while (next < words.Length && words[next] is { IsMark: false, Stem: null } small && (Particles.Contains(small.Lower) || small.Lower.EndsWith("ly", StringComparison.Ordinal)))
        {
            next++;
        }

        return new(stem, at, false, false, subject, next < words.Length && words[next].Sentence == words[at].Sentence ? NounHeads.From(words, next, mayBeSubject: false) : [], ReachedBehind(words, next));
    }

    private static ImmutableArray<string> SubjectOf(ImmutableArray<ClaimWord> words, int start, ClauseParts? before)
    {
        if (start == 0 || words[start - 1].Sentence != words[start].Sentence)
        {
            return [];
        }

        // "The river rose and flooded the town": the subject is that of the verb before.
        if (words[start - 1].Lower is "and" or "or" or "but" or "then")
        {
            return before is null || words[before.At].Sentence != words[start].Sentence ? [] : before.IsPassive ? before.Acted : before.Actors;
        }

        var end = words[start - 1].Lower is "who" or "which" or "that" ? start - 1 : start;
        end = end < start && end > 0 && words[end - 1].Text == "," ? end - 1 : end;
        return end > 0 ? NounHeads.Before(words, end) : [];
    }

    /// <summary>What follows the first preposition behind the verb's particles: "broke through the dike", "was passed on to the board".</summary>
    private static ImmutableArray<string> ReachedBehind(ImmutableArray<ClaimWord> words, int from)
    {
        for (var at = from; at + 1 < words.Length && words[at] is { IsMark: false, Stem: null, Lower: var lower } && words[at].Sentence == words[from].Sentence && EnglishWords.Prepositions.Contains(lower); at++)
        {
            if (lower != "by" && words[at + 1].Sentence == words[at].Sentence && NounHeads.From(words, at + 1) is [_, ..] heads)
            {
                return heads;
            }
        }

        return [];
    }

    // "Did not pass", "will ferry".
    private static bool StandsBehindAuxiliary(ImmutableArray<ClaimWord> words, int at)
    {
        var before = at > 0 && words[at - 1].Lower == "not" ? at - 2 : at - 1;
        return before >= 0 && words[before].Sentence == words[at].Sentence && EnglishWords.Do.Contains(words[before].Lower);
    }

    private static bool IsOfVerb(ClaimWord word) =>
        word is { IsMark: false, Stem: null, Lower: var lower } && (EnglishWords.IsAuxiliary(lower) || lower is "not" or "never" or "also" or "to" or "just" or "still" or "then" or "now" || lower.EndsWith("ly", StringComparison.Ordinal));
}
