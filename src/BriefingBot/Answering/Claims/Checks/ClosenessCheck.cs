namespace BriefingBot.Answering;

/// <summary>A statement is made of its quotes' words, for the most part.</summary>
internal static class ClosenessCheck
{
    // A judgement: half of what is said is said by the quotes. It has not been calibrated on development data.
    private const double LeastCoverage = 0.5;

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes) => CoverageOf(statement, quotes) >= LeastCoverage ? null : new("closeness", "too few of its words");

    /// <summary>The share of a statement's words of meaning that its quotes, or what stands beside them, have; numbers are compared elsewhere. 1 where it has none.</summary>
    public static double CoverageOf(ClaimText statement, ClaimText quotes)
    {
        var known = quotes.Keys.Union(quotes.Beside.Where(word => !word.IsMark).Select(word => word.Key));
        var words = statement.Words.Where(word => word.Stem is not null && !char.IsAsciiDigit(word.Text[0])).Select(word => word.Key).Distinct().ToArray();
        return words.Length == 0 ? 1 : words.Count(known.Contains) / (double)words.Length;
    }
}
