using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>A statement denies what its quotes deny, and nothing else.</summary>
internal static class NegationCheck
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "not", "never", "no", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "unable", "lack", "lacked", "lacks", "lacking", "hardly", "barely",
        "fail", "fails", "failed", "failing", "refuse", "refuses", "refused", "refusing", "deny", "denies", "denied", "denying", "decline", "declines", "declined", "reject", "rejects", "rejected",
    }.ToFrozenSet();

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        var (here, there) = (DeniedIn(statement), DeniedIn(quotes));
        foreach (var (index, keys) in here)
        {
            // What the quotes tell only without a denial, or a denial where they have none.
            if (keys is [var key, ..] && quotes.Keys.Contains(key) ? !there.Any(other => other.Keys.Contains(key)) : there.Count == 0)
            {
                return new("negation", $"{statement.Words[index].Text} {keys.FirstOrDefault()}".TrimEnd());
            }
        }

        foreach (var (index, keys) in there)
        {
            // What they tell only with a denial. Where its first word is left out, the next stands for it.
            if (keys.FirstOrDefault(statement.Keys.Contains) is { } key
                && !here.Any(other => other.Keys.Contains(key)) && Count(quotes.Words, key) == there.Count(other => other.Keys.Contains(key)))
            {
                return new("negation", $"{quotes.Words[index].Text} {key}");
            }
        }

        return null;
    }

    private static int Count(ImmutableArray<ClaimWord> words, string key) => words.Count(word => word.Stem == key);

    private static List<(int Index, ImmutableArray<string> Keys)> DeniedIn(ClaimText text) => [.. GovernedWords.In(text.Words, IsDenial, 2)];

    // "No later than" and "no fewer than" deny nothing, nor does what declines by itself.
    private static bool IsDenial(ImmutableArray<ClaimWord> words, int index) =>
        (Words.Contains(words[index].Lower) || words[index].Lower.EndsWith("n't", StringComparison.Ordinal))
        && !(index + 1 < words.Length && (words[index].Lower, words[index + 1].Lower) is ("no" or "not", "later" or "longer" or "doubt" or "." or "fewer" or "less"))
        && !(index + 2 < words.Length && (words[index].Lower, words[index + 1].Lower, words[index + 2].Lower) is ("no" or "not", "more", "than"))
        && !(words[index].Lower.StartsWith("declin", StringComparison.Ordinal) && !(index + 1 < words.Length && words[index + 1].Lower == "to"));
}
