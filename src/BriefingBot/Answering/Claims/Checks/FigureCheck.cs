using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace BriefingBot.Answering;

/// <summary>Every number and date of a statement stands in its quotes, in whatever format, and counts the same there.</summary>
internal static class FigureCheck
{
    // Two words more tell plainly that a number stands in another's place.
    private const int Plainly = 2;

    private static readonly FrozenSet<string> Superlatives =
        "largest biggest smallest highest lowest longest shortest oldest youngest tallest deepest fastest richest poorest strongest heaviest busiest deadliest greatest most least best worst".Split(' ').ToFrozenSet();

    private static readonly string[] Ordinals = "second third fourth fifth sixth seventh eighth ninth tenth".Split(' ');

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        foreach (var date in statement.Dates)
        {
            if (!quotes.Dates.Any(other => date.IsToldBy(other, quotes.Published?.Year)) && !IsPublication(date, quotes.Published))
            {
                return new("date", date.Words);
            }
        }

        foreach (var figure in statement.Figures)
        {
            var told = quotes.Figures.Where(figure.IsToldBy).ToArray();
            if (told.Length == 0 && !(figure.MayBeYear && (quotes.Published?.Year == figure.Value || quotes.Dates.Any(date => date.Year == figure.Value))))
            {
                return new("number", figure.Words);
            }

            // The number of another thing in the same quotes.
            if (figure.Unit.Length > 0 && told.Length > 0 && told.All(other => other.Unit.Length > 0 && other.Unit != figure.Unit) && quotes.Figures.Any(other => other.Unit == figure.Unit && other.Value != figure.Value))
            {
                return new("number", figure.Words);
            }
        }

        return TurnedIn(statement, quotes) ?? OtherRankIn(statement.Words, quotes.Words);
    }

    /// <summary>Two numbers of the same kind of which each stands among the words that the quotes have about the other.</summary>
    private static StatementFault? TurnedIn(ClaimText statement, ClaimText quotes)
    {
        var placed = statement.Figures.Select(said => (Said: said, Told: quotes.Figures.Where(said.IsToldBy).ToArray())).Where(place => place.Told.Length == 1).Select(place => (place.Said, Told: place.Told[0])).ToArray();
        foreach (var (index, one) in placed.Index())
        {
            foreach (var other in placed[(index + 1)..].Where(other => other.Told.Value != one.Told.Value && other.Told.Sign == one.Told.Sign && other.Told.MayBeYear == one.Told.MayBeYear))
            {
                if (Likeness(one.Said, other.Told) + Likeness(other.Said, one.Told) >= Likeness(one.Said, one.Told) + Likeness(other.Said, other.Told) + Plainly)
                {
                    return new("number", one.Said.Words);
                }
            }
        }

        return null;
    }

    private static int Likeness(StatedFigure said, StatedFigure told) => said.Left.Intersect(told.Left).Count() + said.Right.Intersect(told.Right).Count();

    /// <summary>The largest is not the second-largest.</summary>
    private static StatementFault? OtherRankIn(ImmutableArray<ClaimWord> statement, ImmutableArray<ClaimWord> quotes)
    {
        var told = RanksIn(quotes).ToArray();
        return RanksIn(statement).Where(said => told.Any(other => other.Word == said.Word) && !told.Contains(said)).Select(said => new StatementFault("number", said.Word)).FirstOrDefault();
    }

    private static IEnumerable<(string Word, int Rank)> RanksIn(ImmutableArray<ClaimWord> words) => words.Index().Where(word => Superlatives.Contains(word.Item.Lower))
        .Select(word => (word.Item.Lower, words.Take(word.Index).LastOrDefault(before => before.Text != "-") is { Text: not null } before ? RankOf(before.Lower) : 1));

    private static int RankOf(string word) =>
        char.IsAsciiDigit(word[0]) && word[^1] is ('t' or 'd' or 'h') && int.TryParse(word[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : Math.Max(1, Array.IndexOf(Ordinals, word) + 2);

    private static bool IsPublication(StatedDate date, DateOnly? published) =>
        published is { } day && date.IsToldBy(new("", day.Year, day.Month, day.Day), day.Year);
}
