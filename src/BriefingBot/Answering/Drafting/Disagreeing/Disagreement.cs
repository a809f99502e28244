using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>
/// Finds out whether articles give different numbers, dates or names for what was asked. Each of two excerpts must be about as likely an
/// answer as the other: what merely stands beside the answer differs always.
/// </summary>
internal static partial class Disagreement
{
    // Half of the question's words more in one excerpt: then the other is about something else.
    private const double LeastCoverage = 0.75;
    private const double LeastLikeness = 0.3;

    /// <summary>The excerpts that disagree with the first, and it, newest first; empty where all agree. At most one of each article.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="excerpts">Best first.</param>
    public static ImmutableArray<Excerpt> Among(string question, IReadOnlyList<Excerpt> excerpts)
    {
        if (excerpts.Count < 2 || AskedFor.In(question) is var kind && kind == AnswerKind.Other)
        {
            return [];
        }

        var best = excerpts[0];
        var others = excerpts.Skip(1)
            .Where(other => other.Article.Id != best.Article.Id && other.Coverage >= LeastCoverage * best.Coverage && Differ(kind, question, best, other))
            .DistinctBy(other => other.Article.Id)
            .ToArray();
        return others.Length == 0 ? [] : NewestFirst([best, .. others]);
    }

    /// <summary>Without what a correction among them has taken back; where it has, it goes first.</summary>
    public static IReadOnlyList<Excerpt> Corrected(IReadOnlyList<Excerpt> excerpts)
    {
        var corrections = new Corrections(excerpts.Select(excerpt => excerpt.Article).DistinctBy(article => article.Id));
        var standing = excerpts.Where(excerpt => !corrections.TakeBack(excerpt.Article, excerpt.Span)).ToArray();
        return standing.Length == excerpts.Count
            ? excerpts
            : [.. standing.OrderBy(excerpt => Corrections.IsCorrection(excerpt.Article) ? 0 : 1)];
    }

    private static ImmutableArray<Excerpt> NewestFirst(IEnumerable<Excerpt> excerpts) =>
        [.. excerpts.OrderByDescending(excerpt => excerpt.Article.Published?.Moment ?? DateTimeOffset.MinValue)];

    private static bool Differ(AnswerKind kind, string question, Excerpt one, Excerpt other) => kind switch
    {
        AnswerKind.Quantity => QuantitiesDiffer(question, Text(one), Text(other)),
        AnswerKind.Date => DatesDiffer(DateMention.In(Text(one)), DateMention.In(Text(other))) && Likeness(one, other) >= LeastLikeness,
        _ => NamesDiffer(NamesIn(question, Text(one)), NamesIn(question, Text(other))) && Likeness(one, other) >= LeastLikeness,
    };

    /// <summary>Whether both count something that the other counts as well, and none of these counts is the same.</summary>
    private static bool QuantitiesDiffer(string question, string one, string other)
    {
        var asked = Quantity.In(question).Select(quantity => quantity.Value).ToHashSet();
        var (these, those) = (Quantity.In(one).Where(Counts).ToArray(), Quantity.In(other).Where(Counts).ToArray());
        var shared = these.Select(quantity => quantity.Unit).Intersect(those.Select(quantity => quantity.Unit)).ToHashSet();
        return shared.Count > 0
            && !these.Where(quantity => shared.Contains(quantity.Unit)).Select(quantity => quantity.Value)
                .Intersect(those.Where(quantity => shared.Contains(quantity.Unit)).Select(quantity => quantity.Value)).Any();

        bool Counts(Quantity quantity) => quantity.Unit.Length > 0 && !asked.Contains(quantity.Value);
    }

    private static bool DatesDiffer(ImmutableArray<DateMention> these, ImmutableArray<DateMention> those) =>
        these.Length > 0 && those.Length > 0 && !these.Any(one => those.Any(one.MayBe)) && these.Any(one => those.Any(other => one.Year is null == other.Year is null));

    private static bool NamesDiffer(HashSet<string> these, HashSet<string> those) => these.Count is 1 or 2 && those.Count is 1 or 2 && !these.Overlaps(those);

    /// <summary>The last word of each name that the question does not have.</summary>
    private static HashSet<string> NamesIn(string question, string text) =>
        [.. Names().Matches(text).Select(match => match.Value.Split(' ')[^1]).Where(name => !question.Contains(name, StringComparison.OrdinalIgnoreCase))];

    private static double Likeness(Excerpt one, Excerpt other) => (double)one.Terms.Intersect(other.Terms).Count / Math.Max(1, Math.Min(one.Terms.Count, other.Terms.Count));

    private static string Text(Excerpt excerpt) => excerpt.Article.Cut(excerpt.Span);

    // Not the first word of a sentence alone, which is capitalised whatever it is.
    [GeneratedRegex(@"(?<![.!?“""‘]\s*|^)\b\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}[\p{Ll}’'-]+)*|\b\p{Lu}\p{Ll}+(?: \p{Lu}[\p{Ll}’'-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
