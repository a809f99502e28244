using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>
/// Rewrites a question that leans on earlier ones into one that stands alone, by rules of English. A question that stands alone comes
/// through: rather a follow-up that is not understood than another subject mixed into a question that was clear.
/// </summary>
internal static partial class FollowUp
{
    /// <summary>Longer texts explain themselves: their pronouns point into them.</summary>
    private const int MostWords = 40;

    // Nobody wants a longer one repeated, and what leans on a pasted text is rather lost than mixed up.
    private const int LongestRepeated = 300;

    /// <summary>The question as it is to be understood; null when it stands alone.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="earlier">The earlier questions as they were understood, the last one first.</param>
    /// <param name="weights">The weights of their terms in the index.</param>
    /// <param name="isSubjectKnown">Whether the index tells of the question's own subject, <see cref="ImpliedTopic.OwnSubject"/>.</param>
    public static string? Rewrite(string question, IReadOnlyList<string> earlier, ImmutableDictionary<string, double> weights, bool isSubjectKnown = false)
    {
        var words = QuestionWord.Of(question);
        if (earlier.Count == 0 || words.Length is 0 or > MostWords)
        {
            return null;
        }

        var antecedents = new Antecedents(earlier, weights);
        var topic = antecedents.Topic;
        var last = earlier[0].Length <= LongestRepeated ? earlier[0] : topic?.Text ?? "";
        if (SpeakerQuestion.Asks(question))
        {
            return Bracketed.Question(question, Quotation.IsOne(last) ? last : topic?.Text);
        }

        if (BareQuestion.Complete(question, words, last, topic) is { } completed)
        {
            return completed;
        }

        // Who is meant and not known is not the topic either.
        var pronouns = Pronouns(question, words);
        var rewritten = WithoutPronouns(question, words, pronouns, antecedents, last);
        if (rewritten is not null || pronouns.Any(pronoun => pronoun.Kind is PronounKind.Person or PronounKind.Several))
        {
            return rewritten;
        }

        return LikePart.Substitute(question, words, last, topic, isSubjectKnown)
            ?? InFull(question, antecedents)
            ?? (isSubjectKnown ? null : ImpliedTopic.Complete(question, words, topic));
    }

    /// <summary>The subject of a briefing as it is to be understood: "it", "the experiment"; null when it stands alone.</summary>
    /// <param name="subject">What a briefing is wanted on.</param>
    /// <param name="earlier">The earlier questions as they were understood, the last one first.</param>
    /// <param name="weights">The weights of their terms in the index.</param>
    public static string? RewriteSubject(string subject, IReadOnlyList<string> earlier, ImmutableDictionary<string, double> weights)
    {
        var words = QuestionWord.Of(subject);
        if (earlier.Count == 0 || words.Length is 0 or > MostWords)
        {
            return null;
        }

        var antecedents = new Antecedents(earlier, weights);
        return WithoutPronouns(subject, words, Pronouns(subject, words), antecedents, earlier[0]) ?? InFull(subject, antecedents);
    }

    /// <summary>Whether it only points at something else: "what did he say?", "why did they do it?"</summary>
    public static bool OnlyPoints(string question)
    {
        var words = QuestionWord.Of(question);
        return !words.Any(word => word.IsName || word.IsNumber || EnglishWords.IsSpecific(word.Lower) || EnglishWords.IsRelational(word.Lower)) && Pronouns(question, words).Length > 0;
    }

    private static Pronoun[] Pronouns(string question, QuestionWord[] words)
    {
        var quoted = Quoted().Matches(question);
        return [.. Pronoun.In(words, TopicPhrase.Of(question)).Where(pronoun => !quoted.Any(quote => words[pronoun.At].Start >= quote.Index && words[pronoun.At].End <= quote.Index + quote.Length))];
    }

    private static string? WithoutPronouns(string question, QuestionWord[] words, IReadOnlyList<Pronoun> pronouns, Antecedents antecedents, string last)
    {
        // Nobody knows yet who said it, or of what; the words lead there.
        if (Quotation.IsOne(last) && pronouns.Count > 0)
        {
            return Bracketed.Question(question, last);
        }

        if (pronouns is [{ Kind: PronounKind.Several, IsPossessive: false, At: var they }] && antecedents.Both(words) is { } both)
        {
            return question[..words[they].Start] + both + question[words[they].End..];
        }

        var chosen = new Dictionary<PronounKind, TopicPhrase>();

        // "They" may be anybody: in "how do they treat it" the topic is "it", and in "what do they speak in Brazil" it is another.
        bool IsAnybody(Pronoun pronoun, TopicPhrase phrase) => pronoun.Kind == PronounKind.Several
            && ((!pronoun.Fits(phrase) && pronouns.Any(other => other.Kind == PronounKind.Thing)) || (!phrase.IsPlural && words.Any(word => word.IsName && !word.AfterStop)));

        // Who is meant is the clearer: in "how did he cook it" the other word is not the same.
        foreach (var pronoun in pronouns.OrderBy(pronoun => pronoun.Kind != PronounKind.Person))
        {
            var taken = chosen.Where(pair => pair.Key != pronoun.Kind).Select(pair => pair.Value).FirstOrDefault();
            if (!chosen.ContainsKey(pronoun.Kind) && antecedents.For(pronoun, taken) is { } phrase && !IsAnybody(pronoun, phrase))
            {
                chosen[pronoun.Kind] = phrase;
            }
        }

        var rewritten = new StringBuilder(question);
        foreach (var pronoun in pronouns.Where(pronoun => pronoun.Kind != PronounKind.Named && chosen.ContainsKey(pronoun.Kind)).Reverse())
        {
            var word = words[pronoun.At];
            rewritten.Remove(word.Start, word.Text.Length).Insert(word.Start, Written(pronoun, chosen[pronoun.Kind]));
        }

        // "Who runs the foundry?" has no name for "she": what the question was about leads to her. Where nobody was asked for, nobody is meant that we know of.
        var isUnnamed = antecedents.AsksForPerson && pronouns.Any(pronoun => pronoun.Kind == PronounKind.Person && !chosen.ContainsKey(PronounKind.Person));
        var unnamed = isUnnamed && !chosen.ContainsValue(antecedents.Topic!) ? antecedents.Topic : null;
        var beside = chosen.GetValueOrDefault(PronounKind.Named) ?? unnamed;
        return beside is not null ? Bracketed.Question(rewritten.ToString(), beside.Text) : chosen.Count == 0 ? null : rewritten.ToString();
    }

    /// <summary>"The experiment" by the longer name that an earlier question gave it.</summary>
    private static string? InFull(string question, Antecedents antecedents)
    {
        foreach (var phrase in TopicPhrase.Of(question).Where(phrase => phrase.Words.Length == 1 && phrase.Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase)))
        {
            if (antecedents.InFull(phrase) is { } full)
            {
                var word = phrase.Words[0];
                return question[..word.Start] + string.Join(' ', full.Words.Select(part => part.Text)) + question[(word.Start + word.Text.Length)..];
            }
        }

        return null;
    }

    // What somebody else said stays as it was said.
    [GeneratedRegex("[“„«\"][^”“»\"]*(?:[”“»\"]|$)")]
    private static partial Regex Quoted();

    private static string Written(Pronoun pronoun, TopicPhrase phrase) => pronoun switch
    {
        { IsPossessive: true } when phrase.Text.EndsWith('s') => phrase.Text + "'",
        { IsPossessive: true } => phrase.Text + "'s",
        { Kind: PronounKind.Place } => "in " + phrase.Text,
        _ => phrase.Text,
    };
}
