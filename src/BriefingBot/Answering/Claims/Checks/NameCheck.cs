using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>Every proper name of a statement stands in its quotes or beside them, in full, in part, or by its initials.</summary>
internal static class NameCheck
{
    // As many first letters make a people of its country: German, Germany; Iran, Iranian.
    private const int SharedLetters = 4;

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        var known = quotes.Words.Concat(quotes.Beside).Where(word => !word.IsMark).ToArray();
        var lower = known.Select(word => Plain(word.Lower)).ToFrozenSet();
        var names = known.Where(word => word.IsCapitalised).Select(word => Plain(word.Lower)).ToFrozenSet();
        var initials = InitialsIn(quotes.Words).Concat(InitialsIn(quotes.Beside)).ToFrozenSet();
        var written = known.Where(word => IsAcronym(word.Text)).Select(word => Plain(word.Lower)).ToFrozenSet();
        foreach (var (index, word) in statement.Words.Index().Where(indexed => MayBeName(statement.Words, indexed.Index)))
        {
            var name = Plain(word.Lower);
            if (!lower.Contains(name) && !(IsAcronym(word.Text) && initials.Contains(name)) && !NameForms.IsAbbreviated(name, names) && !NameForms.IsMonth(name, lower) && !names.Any(other => IsKin(name, other)) && !IsInitialsOf(statement.Words, index, written))
            {
                return new("name", word.Text);
            }
        }

        return null;
    }

    /// <summary>Whether a word is a name, as far as its capital tells: the first word of a sentence is one where somebody of that name could act.</summary>
    private static bool MayBeName(ImmutableArray<ClaimWord> words, int index)
    {
        var word = words[index];
        if (word.IsMark || !word.IsCapitalised || word.Lower is "nobody" or "everybody" or "somebody" or "i" or "i'm" or "i've" or "i'd" or "i'll")
        {
            return false;
        }

        return !word.OpensSentence
            || (word.Stem is not null && index + 1 < words.Length && words[index + 1] is { IsMark: false } next
                && (next.IsCapitalised || (!EnglishWords.IsPlural(word.Lower) && (EnglishWords.IsAuxiliary(next.Lower) || EnglishWords.IsReporting(next.Lower)))));
    }

    private static bool IsAcronym(string text) => text.Length > 1 && text.All(character => char.IsUpper(character) || character == '.');

    private static string Plain(string lower) => lower.TrimEnd('.');

    private static bool IsKin(string name, string other)
    {
        var shared = name.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return shared >= SharedLetters && name.Length - shared <= 3 && other.Length - shared <= 3 && (name.Length != other.Length || name[..^1] == other[..^1]) && IsEnding(name[shared..]) && IsEnding(other[shared..]);
    }

    private static bool IsEnding(string ending) => ending is "" or "s" or "n" or "an" or "ian" or "y" or "ese" or "i" or "ish" or "es" or "ns" or "ia" or "ans" or "a";

    /// <summary>The initials of each run of two or more capitalised words, the small ones between them left out.</summary>
    private static IEnumerable<string> InitialsIn(ImmutableArray<ClaimWord> words)
    {
        for (var start = 0; start < words.Length; start++)
        {
            var initials = "";
            for (var end = start; end < words.Length && end < start + 9 && !words[end].IsMark && (words[end].IsCapitalised || words[end].Lower is "of" or "the" or "and" or "for" or "on"); end++)
            {
                initials += words[end].IsCapitalised ? char.ToLowerInvariant(words[end].Text[0]) : "";
                if (initials.Length > 1)
                {
                    yield return initials;
                }
            }
        }
    }

    /// <summary>Whether the word is part of a name whose initials the quotes have.</summary>
    private static bool IsInitialsOf(ImmutableArray<ClaimWord> words, int index, FrozenSet<string> known)
    {
        for (var start = index; start >= 0 && start > index - 6 && !words[start].IsMark; start--)
        {
            if (InitialsIn(words[start..Math.Min(words.Length, start + 8)]).Any(initials => initials.Length > 1 && known.Contains(initials)))
            {
                return true;
            }
        }

        return false;
    }
}
