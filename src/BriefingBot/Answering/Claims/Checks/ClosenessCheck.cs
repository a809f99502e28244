using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>A statement is made of its quotes' words, for the most part, and no clause behind its first is of other words alone.</summary>
internal static class ClosenessCheck
{
    // Of sentences that people wrote out of others, 99 of 100 have more (`bench closeness`, RESULTS.md). Of three or four words one or two may be others for the same.
    private const double LeastCoverage = 0.6;
    private const double LeastOfFew = 0.5;
    private const int Few = 4;

    // A single word may be another for the same; of two that are both new, one of 100 sentences of people has such a clause.
    private const int FewestWords = 2;

    private static readonly FrozenSet<string> Openers =
        "and but or nor so yet which who whose where when while because although though whereas as after before since until that , ; : ( ) – — . ! ?".Split(' ').ToFrozenSet();

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        var known = KnownBy(quotes);
        var words = MeaningIn(statement);
        if (ShareOf(words, known) < (words.Length > Few ? LeastCoverage : LeastOfFew))
        {
            return new("closeness", "too few of its words");
        }

        return AddedClauses(statement).FirstOrDefault(clause => !clause.Any(word => known.Contains(word.Key))) is { IsDefault: false } added
            ? new("closeness", string.Join(' ', added.Select(word => word.Text)))
            : null;
    }

    /// <summary>The share of a statement's words of meaning that its quotes, or what stands beside them, have; numbers are compared elsewhere. 1 where it has none.</summary>
    public static double CoverageOf(ClaimText statement, ClaimText quotes) => ShareOf(MeaningIn(statement), KnownBy(quotes));

    private static string[] MeaningIn(ClaimText statement) => [.. statement.Words.Where(word => word.Stem is not null && !char.IsAsciiDigit(word.Text[0])).Select(word => word.Key).Distinct()];

    private static double ShareOf(string[] words, ImmutableHashSet<string> known) => words.Length == 0 ? 1 : words.Count(known.Contains) / (double)words.Length;

    private static ImmutableHashSet<string> KnownBy(ClaimText quotes) => quotes.Keys.Union(quotes.Beside.Where(word => !word.IsMark).Select(word => word.Key));

    /// <summary>The words of meaning of each clause behind the first, where there are enough. Names, and what numbers count, are compared elsewhere.</summary>
    private static IEnumerable<ImmutableArray<ClaimWord>> AddedClauses(ClaimText statement)
    {
        var counted = statement.Figures.SelectMany(figure => ClaimWord.Of(figure.Words)).Select(word => word.Lower).ToHashSet(StringComparer.Ordinal);
        var clause = ImmutableArray.CreateBuilder<ClaimWord>();
        var isBehindFirst = false;
        foreach (var word in statement.Words.Append(new(".", ".", null, 0, false)))
        {
            if (!Openers.Contains(word.Lower))
            {
                if (word.Stem is not null && !word.IsCapitalised && !char.IsAsciiDigit(word.Text[0]) && !counted.Contains(word.Lower))
                {
                    clause.Add(word);
                }

                continue;
            }

            if (isBehindFirst && clause.Count >= FewestWords)
            {
                yield return clause.ToImmutable();
            }

            isBehindFirst |= clause.Count > 0;
            clause.Clear();
        }
    }
}
