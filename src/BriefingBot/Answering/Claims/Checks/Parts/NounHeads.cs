using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>The nouns that the phrases on one side of a place are of: of "the mayor of Dorn and two guards" mayor and guard.</summary>
internal static class NounHeads
{
    // What stands between commas or brackets behind a noun.
    private const int LongestAside = 20;

    private static readonly FrozenSet<string> Pronouns = Set(
        "i me we us you he him she it they them who whom which what that this these those one ones there here someone somebody anyone anybody something anything itself themselves himself herself another others");

    private static readonly FrozenSet<string> Times = Set("day week month year hour minut night morn afternoon even weekend decad centuri time last next later yesterdai tomorrow tonight ago");

    private static readonly FrozenSet<string> Days = CalendarWords();

    /// <summary>What stands for a noun that a personal pronoun leaves open; no word has it.</summary>
    public const string Somebody = "";

    private static readonly FrozenSet<string> Personal = Set("i he she it they we you");

    /// <summary>The nouns of the phrase that ends before a place, or <see cref="Somebody"/>; none where something else stands there.</summary>
    /// <param name="words">The text.</param>
    /// <param name="end">The place, exclusive.</param>
    public static ImmutableArray<string> Before(ImmutableArray<ClaimWord> words, int end)
    {
        var heads = ImmutableArray.CreateBuilder<string>();
        var at = BehindAside(words, end - 1);
        if (at >= 0 && Personal.Contains(words[at].Lower))
        {
            return [Somebody];
        }

        while (at >= 0)
        {
            var first = at;
            while (first > 0 && IsNoun(words, first - 1) && words[first - 1].Sentence == words[at].Sentence && !(IsVerb(words[first - 1].Lower) && !StandsBehindArticle(words, first - 1)))
            {
                first--;
            }

            if (!IsNoun(words, at) || words[at].Sentence != words[end - 1].Sentence)
            {
                break;
            }

            if (HeadOf(words, first, at) is { } head)
            {
                heads.Add(head);
            }

            var before = first - 1;
            while (before >= 0 && IsDeterminer(words[before]))
            {
                before--;
            }

            if (before < 1 || words[before].Sentence != words[at].Sentence || !IsNoun(words, before - 1) || (IsVerb(words[before - 1].Lower) && !StandsBehindArticle(words, before - 1)))
            {
                break;
            }

            if (EnglishWords.Prepositions.Contains(words[before].Lower))
            {
                heads.Clear();
            }
            else if (words[before].Lower is not ("and" or "or"))
            {
                break;
            }

            at = before - 1;
        }

        return heads.DrainToImmutable();
    }

    /// <summary>The nouns of the phrase that starts at a place, behind articles and the like.</summary>
    /// <param name="words">The text.</param>
    /// <param name="start">The place.</param>
    /// <param name="mayBeSubject">Whether a verb may follow: "said Koll was", where otherwise "the dam" of "said the dam will hold" is none.</param>
    public static ImmutableArray<string> From(ImmutableArray<ClaimWord> words, int start, bool mayBeSubject = true)
    {
        var heads = ImmutableArray.CreateBuilder<string>();
        var at = start;
        while (at < words.Length && words[at].Sentence == words[start].Sentence)
        {
            var first = at;
            while (first < words.Length && IsDeterminer(words[first]))
            {
                first++;
            }

            var end = first;
            while (end < words.Length && IsNoun(words, end) && words[end].Sentence == words[start].Sentence && !(end > first ? IsVerb(words[end].Lower) || IsParticipleOf(words, end) : IsVerb(words[end].Lower) && first == at && !StandsBehindArticle(words, end)))
            {
                end++;
            }

            // Another subject, and no second object: "attacked the town and the army fled".
            if (end == first || ((heads.Count > 0 || !mayBeSubject) && end < words.Length && (EnglishWords.IsAuxiliary(words[end].Lower) || (!words[end].IsMark && IsVerb(words[end].Lower)))))
            {
                break;
            }

            if (HeadOf(words, first, end - 1) is { } head)
            {
                heads.Add(head);
            }

            if (end >= words.Length || words[end].Lower is not ("and" or "or"))
            {
                break;
            }

            at = end + 1;
        }

        return heads.DrainToImmutable();
    }

    /// <summary>The last word of what stands before an aside that ends at a place; the place itself where none does.</summary>
    public static int BehindAside(ImmutableArray<ClaimWord> words, int at)
    {
        if (at < 0 || words[at].Text is not ("," or ")"))
        {
            return at;
        }

        var opening = words[at].Text == "," ? "," : "(";
        return Enumerable.Range(1, LongestAside).Select(back => at - back).TakeWhile(back => back > 0 && words[back].Sentence == words[at].Sentence).FirstOrDefault(back => words[back].Text == opening) - 1;
    }

    public static bool IsVerb(string lower) => EnglishWords.IsVerb(lower) || IrregularVerbs.PlainOf(lower) is not null || VerbsOfSpeech.Has(lower) || IsShortPast(lower);

    // Sued and died, not need and shed.
    private static bool IsShortPast(string lower) => lower.Length == 4 && lower.EndsWith("ed", StringComparison.Ordinal) && lower[1] != 'e' && lower is not ("shed" or "sled");

    /// <summary>Whether a noun or an adjective must stand there: "the offer", "of armed men".</summary>
    public static bool StandsBehindArticle(ImmutableArray<ClaimWord> words, int at) =>
        at > 0 && words[at - 1].Sentence == words[at].Sentence && (IsDeterminer(words[at - 1]) || (EnglishWords.Prepositions.Contains(words[at - 1].Lower) && words[at - 1].Lower != "to"));

    // "A lawsuit seeking to stop", where in "the council meeting" nothing follows.
    private static bool IsParticipleOf(ImmutableArray<ClaimWord> words, int at) =>
        words[at].Lower.EndsWith("ing", StringComparison.Ordinal) && at + 1 < words.Length && (words[at + 1].Lower is "to" or "on" or "for" || IsDeterminer(words[at + 1]) || words[at + 1].IsCapitalised);

    private static bool IsNoun(ImmutableArray<ClaimWord> words, int at) => words[at] is { IsMark: false, Stem: not null };

    // Small words before a noun that are neither pronouns nor anything that joins.
    private static bool IsDeterminer(ClaimWord word) =>
        word is { IsMark: false, Stem: null, Lower: var lower } && (lower is "this" or "that" or "these" or "those"
            ? lower is not "that"
            : !Pronouns.Contains(lower) && !EnglishWords.IsAuxiliary(lower) && !EnglishWords.Prepositions.Contains(lower) && !EnglishWords.OpensClause(lower) && !EnglishWords.Interrogatives.Contains(lower)
                && !EnglishWords.Openers.Contains(lower) && !lower.EndsWith("ly", StringComparison.Ordinal) && lower is not ("not" or "nor" or "never"));

    // "The union last week".
    private static string? HeadOf(ImmutableArray<ClaimWord> words, int first, int last)
    {
        while (last >= first && (Times.Contains(words[last].Key) || Days.Contains(words[last].Lower)))
        {
            last--;
        }

        return last >= first ? words[last].Stem : null;
    }

    private static FrozenSet<string> CalendarWords()
    {
        var names = System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat;
        return names.DayNames.Concat(names.MonthNames).Where(name => name.Length > 0).Select(name => name.ToLowerInvariant()).ToFrozenSet();
    }

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
