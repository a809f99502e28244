using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>Whether a word tells of what was done, or of what somebody only will do, wants or is told to do.</summary>
internal static class VerbTelling
{
    // Adverbs, articles and prepositions may stand between: "has already been in charge".
    private const int Farthest = 5;

    // "Asked the council of Dorn to close".
    private const int FarthestWish = 7;

    private static readonly FrozenSet<string> Modals = Set("will shall would should must may might can could cannot won ca going");

    private static readonly FrozenSet<string> Present = Set("is are be being isn't aren't");

    private static readonly FrozenSet<string> Past = Set("was were wasn't weren't had hadn't has have having hasn't haven't been did didn't already");

    // Of what came later, or came again and again, "would" tells as of what was.
    private static readonly FrozenSet<string> Habits = Set("later eventually often sometimes usually always regularly soon then frequently subsequently ultimately occasionally routinely go");

    // The terms of what is said of an act before it is one. "Managed", "forced" and "began" are none: what they are said of was done. "Failed" and "refused" are denials.
    private static readonly FrozenSet<string> Wishes = Set(
        """
        offer ask order agre threaten try tri attempt seek want need hope wish plan intend aim propos promis vow pledg consid prepar decid expect urg call request demand instruct tell advis
        recommend encourag invit warn requir schedul struggl bid suppos threat effort chanc opportun permiss right applic appli pressur push desir intent ambition suggest
        """);

    // Of these only what stands right behind them is meant.
    private static readonly FrozenSet<string> Adjacent = Set("set due slated likely unlikely ready willing unwilling eager reluctant poised about has have yet");

    /// <summary>Whether it is told as done. The word itself tells where no auxiliary does.</summary>
    public static bool IsDone(ImmutableArray<ClaimWord> words, int at)
    {
        var isPast = false;
        for (var back = at - 1; back >= 0 && at - back <= Farthest && words[back].Sentence == words[at].Sentence && words[back] is { IsMark: false, Lower: var lower } word && (word.Stem is null || lower == "already"); back--)
        {
            if (lower == "to" || IsModal(lower) || (!isPast && Present.Contains(lower)))
            {
                return false;
            }

            if (EnglishWords.OpensClause(lower) || EnglishWords.Interrogatives.Contains(lower) || lower is "that")
            {
                break;
            }

            isPast |= Past.Contains(lower);
        }

        return isPast || (IsPastForm(words[at].Lower) && !IsAdjective(words, at));
    }

    /// <summary>Whether it is told as what somebody will do, must do, wants or is asked to do, and not as done.</summary>
    public static bool IsUndone(ImmutableArray<ClaimWord> words, int at)
    {
        for (var back = at - 1; back >= 0 && at - back <= Farthest && words[back].Sentence == words[at].Sentence && words[back] is { IsMark: false, Stem: null, Lower: var lower }; back--)
        {
            if (IsModal(lower))
            {
                return !IsHabit(words, back);
            }

            if (lower == "to")
            {
                return back > 0 && words[back - 1].Sentence == words[at].Sentence && IsWished(words, back);
            }

            if (EnglishWords.OpensClause(lower) || lower is "that")
            {
                break;
            }
        }

        return false;
    }

    /// <summary>Whether a "would" tells what came later, or came often.</summary>
    public static bool IsHabit(ImmutableArray<ClaimWord> words, int at) => words[at].Lower == "would" && words.Skip(at + 1).Take(2).Any(word => Habits.Contains(word.Lower));

    private static bool IsWished(ImmutableArray<ClaimWord> words, int to)
    {
        if (Present.Contains(words[to - 1].Lower) || Adjacent.Contains(words[to - 1].Lower) || words[to - 1].Lower.EndsWith("'s", StringComparison.Ordinal))
        {
            return true;
        }

        // "In order to".
        for (var back = to - 1; back >= 0 && to - back <= FarthestWish && words[back].Sentence == words[to].Sentence && !words[back].IsMark; back--)
        {
            if (words[back].Stem is { } stem && Wishes.Contains(stem))
            {
                return !(back > 0 && words[back].Lower == "order" && words[back - 1].Lower == "in");
            }

            if (IsPastForm(words[back].Lower) || EnglishWords.IsAuxiliary(words[back].Lower))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsModal(string lower) => Modals.Contains(lower) || lower.EndsWith("'ll", StringComparison.Ordinal) || (lower.EndsWith("n't", StringComparison.Ordinal) && Modals.Contains(lower[..^3]));

    private static bool IsPastForm(string lower) => IrregularVerbs.IsPast(lower) || (lower.Length > 4 && lower.EndsWith("ed", StringComparison.Ordinal));

    // "The increased taxes", "plans increased taxes".
    private static bool IsAdjective(ImmutableArray<ClaimWord> words, int at) =>
        at > 0 && words[at - 1] is { IsMark: false } before && before.Sentence == words[at].Sentence
        && (before.Stem is { } stem ? Wishes.Contains(stem) : EnglishWords.Articles.Contains(before.Lower) || EnglishWords.Prepositions.Contains(before.Lower) || before.Lower is "his" or "her" or "its" or "their" or "our");

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
