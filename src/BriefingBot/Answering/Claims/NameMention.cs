using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace BriefingBot.Answering;

/// <summary>A name in a statement or its quotes, with the words beside it.</summary>
/// <param name="Words">As written.</param>
/// <param name="Keys">What it is compared by: two mentions that share one may be of the same.</param>
/// <param name="Left">The words before it, nearest first.</param>
/// <param name="Right">The words behind it, nearest first.</param>
/// <param name="Behind">The words behind what is set off by commas or brackets; none where nothing is.</param>
internal sealed record NameMention(string Words, ImmutableHashSet<string> Keys, ImmutableArray<ClaimWord> Left, ImmutableArray<ClaimWord> Right, ImmutableArray<ClaimWord> Behind)
{
    private const int Reach = 3;
    private const int LongestAside = 20;

    // Dates and names are told by other checks, and days stand beside everything, as "According" does.
    private static readonly FrozenSet<string> Calendar = CalendarNames(CultureInfo.InvariantCulture.DateTimeFormat);

    /// <summary>The runs of names of a text. A capital at a sentence's start makes none where the word stands small in the quotes.</summary>
    public static ImmutableArray<NameMention> In(ImmutableArray<ClaimWord> words, ImmutableHashSet<string> small)
    {
        var mentions = ImmutableArray.CreateBuilder<NameMention>();
        for (var start = 0; start < words.Length; start++)
        {
            var end = start;
            while (end < words.Length && IsName(words[end], small))
            {
                end++;
            }

            if (end > start)
            {
                var run = words[start..end];
                mentions.Add(new(
                    string.Join(' ', run.Select(word => word.Text)),
                    NameForms.KeysOf(run),
                    [.. Beside(words, start, -1)],
                    [.. Beside(words, end - 1, 1)],
                    AsideBehind(words, end) is { } aside ? [.. Beside(words, aside, 1)] : []));
                start = end;
            }
        }

        return mentions.DrainToImmutable();
    }

    /// <summary>How much of what stands beside one stands on the same side of the other: a word of meaning counts 1, a small one a half.</summary>
    public double Likeness(NameMention other) => IsKinOf(other)
        ? Shared([.. Left, .. Right], [.. other.Left, .. other.Right])
        : Shared(Left, other.Left) + Math.Max(Shared(Right, other.Right), Shared(Right, other.Behind));

    public static bool IsName(ClaimWord word, ImmutableHashSet<string> small) =>
        !word.IsMark && word.IsCapitalised && word.Stem is not null && !Calendar.Contains(word.Lower) && !(word.OpensSentence && small.Contains(word.Lower));

    // "The Italian minister" and "the minister of Italy" have the same words on other sides.
    private bool IsKinOf(NameMention other) => Keys.Intersect(other.Keys) is { IsEmpty: false } shared && shared.All(key => key[0] == '~');

    /// <summary>The index of the mark that ends what is set off behind a name; null where nothing is.</summary>
    private static int? AsideBehind(ImmutableArray<ClaimWord> words, int start)
    {
        if (start >= words.Length || words[start].Text is not ("," or "("))
        {
            return null;
        }

        var mark = words[start].Text == "(" ? ")" : ",";
        return Enumerable.Range(start + 1, LongestAside).TakeWhile(at => at < words.Length).Where(at => words[at].Text == mark).Cast<int?>().FirstOrDefault();
    }

    private static FrozenSet<string> CalendarNames(DateTimeFormatInfo names) =>
        names.MonthNames.Concat(names.AbbreviatedMonthNames).Append("Sept").Append("According").Concat(names.DayNames).Select(name => name.ToLowerInvariant()).ToFrozenSet();

    private static double Shared(ImmutableArray<ClaimWord> these, ImmutableArray<ClaimWord> those) =>
        these.DistinctBy(word => word.Key).Where(word => those.Any(other => other.Key == word.Key)).Sum(word => word.Stem is null ? 0.5 : 1);

    private static IEnumerable<ClaimWord> Beside(ImmutableArray<ClaimWord> words, int at, int step)
    {
        var found = 0;
        for (var next = at + step; next >= 0 && next < words.Length && words[next].Sentence == words[at].Sentence && found < Reach; next += step)
        {
            if (!words[next].IsMark)
            {
                found++;
                yield return words[next];
            }
        }
    }
}
