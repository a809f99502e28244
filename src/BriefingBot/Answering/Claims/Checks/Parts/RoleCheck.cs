using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>Who does it, who says it and whom it is done to stand on the same side of the verb as in the quotes.</summary>
internal static class RoleCheck
{
    // In a statement a name plays a part beside its verb; in the quotes more may stand between.
    private const int Beside = 3;
    private const int Near = 12;

    private const string Saying = "say";

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        var played = PartsIn(quotes.Words, [], Near).ToLookup(part => (part.Verb, part.IsActor), part => part.Name);
        foreach (var part in PartsIn(statement.Words, quotes.Small, Beside).Where(part => part.Verb != Saying || part.IsActor))
        {
            var others = played[(part.Verb, part.IsActor)].ToArray();
            if (others.Length > 0 && !Array.Exists(others, part.Name.Overlaps))
            {
                return new(part.Verb == Saying ? "speech" : "role", string.Join(' ', part.Words));
            }
        }

        return null;
    }

    /// <summary>The names beside each verb. In the passive they change sides.</summary>
    private static IEnumerable<Part> PartsIn(ImmutableArray<ClaimWord> words, ImmutableHashSet<string> small, int reach)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at] is not { IsMark: false, IsCapitalised: false, Stem: { } stem } word || !(EnglishWords.IsVerb(word.Lower) || VerbsOfSpeech.Has(word.Lower)))
            {
                continue;
            }

            var isPassive = Enumerable.Range(1, 3).Any(back => at - back >= 0 && EnglishWords.Be.Contains(words[at - back].Lower)) && !word.Lower.EndsWith("ing", StringComparison.Ordinal);
            var verb = VerbsOfSpeech.Has(word.Lower) ? Saying : stem;
            foreach (var name in NamesBeside(words, small, at, -1, reach))
            {
                yield return new(verb, IsActor: !isPassive, name.Keys, name.Words);
            }

            // Whom the sentence begins with may be far from the verb, behind a clause of their own.
            foreach (var first in reach == Near ? words.Where(other => other.Sentence == word.Sentence && other.IsCapitalised && other.Stem is not null).Take(1) : [])
            {
                yield return new(verb, IsActor: !isPassive, NameForms.KeysOf([first]), [first.Text]);
            }

            foreach (var name in NamesBeside(words, small, at, 1, reach))
            {
                // "…, said Lund": whoever stands behind a verb of speech may speak.
                var isActor = isPassive ? words[name.At - (EnglishWords.Articles.Contains(words[name.At - 1].Lower) ? 2 : 1)].Lower == "by" : verb == Saying;
                yield return new(verb, isActor, name.Keys, name.Words);
            }
        }
    }

    /// <summary>Runs of names within reach on one side, in the same sentence; with a short reach up to the first other word of meaning or mark.</summary>
    private static IEnumerable<(int At, ImmutableHashSet<string> Keys, ImmutableArray<string> Words)> NamesBeside(ImmutableArray<ClaimWord> words, ImmutableHashSet<string> small, int verb, int step, int reach)
    {
        for (var at = verb + step; at >= 0 && at < words.Length && Math.Abs(at - verb) <= reach && words[at].Sentence == words[verb].Sentence; at += step)
        {
            if (NameMention.IsName(words[at], small))
            {
                var (first, last) = (at, at);
                while (step < 0 && first > 0 && NameMention.IsName(words[first - 1], small))
                {
                    first--;
                }

                while (step > 0 && last + 1 < words.Length && NameMention.IsName(words[last + 1], small))
                {
                    last++;
                }

                var run = words[first..(last + 1)];
                yield return (first, NameForms.KeysOf(run), [.. run.Select(word => word.Text)]);
                at = step < 0 ? first : last;
                if (reach == Beside)
                {
                    yield break;
                }
            }
            else if (reach == Beside && (words[at].IsMark || words[at].Stem is not null))
            {
                yield break;
            }
        }
    }

    private readonly record struct Part(string Verb, bool IsActor, ImmutableHashSet<string> Name, ImmutableArray<string> Words);
}
