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

    // "How many copies did it sell" may be told by other words, where the answer is sure.
    private const double Sure = 0.75;

    // A question that names nothing ("the explosion") finds one event in the news of a month, and several in those of a year.
    private const int DaysOfOneEvent = 31;

    /// <summary>The first excerpt and those that disagree with it and with each other, newest first; empty where all agree. At most one of each article.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="excerpts">Best first.</param>
    /// <param name="confidence">How likely they answer. Where it is not great, the numbers of people must be told with what is asked of them.</param>
    /// <param name="most">How many at most.</param>
    public static ImmutableArray<Excerpt> Among(string question, IReadOnlyList<Excerpt> excerpts, double confidence, int most)
    {
        if (excerpts.Count < 2 || AskedFor.In(question) is var kind && kind == AnswerKind.Other)
        {
            return [];
        }

        var counted = kind == AnswerKind.Quantity && AskedCount.In(question) is { } count && (count.IsOfFate || confidence < Sure) ? count : null;
        if (counted?.IsToldIn(excerpts[0]) == false)
        {
            return [];
        }

        var sides = new List<Excerpt>(most) { excerpts[0] };
        foreach (var other in excerpts.Skip(1).Where(other => other.Coverage >= LeastCoverage * excerpts[0].Coverage && counted?.IsToldIn(other) != false))
        {
            if (sides.Count < most && sides.TrueForAll(side => side.Article.Id != other.Article.Id && Differ(kind, question, side, other)))
            {
                sides.Add(other);
            }
        }

        return sides.Count == 1 ? [] : [.. sides.OrderByDescending(excerpt => excerpt.Article.Published?.Moment ?? DateTimeOffset.MinValue)];
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

    private static bool Differ(AnswerKind kind, string question, Excerpt one, Excerpt other) => Likeness(one, other) >= LeastLikeness && kind switch
    {
        AnswerKind.Quantity => MayBeOneEvent(question, one, other) && QuantitiesDiffer(question, Text(one), Text(other)),
        AnswerKind.Date => DatesDiffer(DateMention.In(Text(one)), DateMention.In(Text(other))),
        _ => !IsOnSomebodyNamed(question, Text(one)) && NamesDiffer(NamesIn(question, Text(one)), NamesIn(question, Text(other))),
    };

    /// <summary>Whether it is asked who somebody is of whom the name is known: then other names answer nothing.</summary>
    private static bool IsOnSomebodyNamed(string question, string text) =>
        WhoSomebodyIs().Match(question).Groups["name"] is { Success: true, Value: var name }
        && text.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
        && text.Substring(at, name.Length).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => char.IsUpper(word[0]));

    /// <summary>Whether both share a name, if both have any, and neither is of another time where the question names nothing.</summary>
    private static bool MayBeOneEvent(string question, Excerpt one, Excerpt other)
    {
        var (these, those) = (NamesIn("", $"{one.Article.Title}\n{Text(one)}"), NamesIn("", $"{other.Article.Title}\n{Text(other)}"));
        var apart = (one.Article.Published?.Moment - other.Article.Published?.Moment)?.Duration().TotalDays ?? 0;
        return (these.Count == 0 || those.Count == 0 || these.Overlaps(those)) && (apart <= DaysOfOneEvent || NamesIn("", question).Count > 0);
    }

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

    [GeneratedRegex(@"^\W*(?:and |but )?who(?:['’]s| is| was| are| were) (?<name>[^?!]+?)[\s?!.]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhoSomebodyIs();

    // Not the first word of a sentence alone, which is capitalised whatever it is.
    [GeneratedRegex(@"(?<![.!?“""‘]\s*|^)\b\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}[\p{Ll}’'-]+)*|\b\p{Lu}\p{Ll}+(?: \p{Lu}[\p{Ll}’'-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
