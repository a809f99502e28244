namespace BriefingBot.Articles;

/// <summary>Tells texts that are nearly the same: a report that another source took over, one that was edited or cut.</summary>
public static class NearCopies
{
    // Of copies of Wikinews reports with one word in twenty edited all are told, with one in ten 99 of 100, with three in twenty 90; of 43,365 pairs of other
    // reports six are, five of them interviews of one series with the same words around their questions (NearCopiesTests).
    private const double LeastContainment = 0.4;

    // A quote of twenty words in which one number is another has five of six runs.
    private const int QuoteRunLength = 3;
    private const double MostOfQuote = 0.9;

    /// <summary>Whether one is nearly the other, or a part of it.</summary>
    public static bool Are(TextSketch one, TextSketch other) => Are(one.Containment(other));

    internal static bool Are(double containment) => containment >= LeastContainment;

    /// <summary>Whether words stand in a text, word for word but for a sign or two.</summary>
    public static bool Has(string text, string words)
    {
        var runs = WordRuns.Of(words, QuoteRunLength);
        var found = runs.Count;
        runs.ExceptWith(WordRuns.Of(text, QuoteRunLength));
        return found > 0 && found - runs.Count >= MostOfQuote * found;
    }
}
