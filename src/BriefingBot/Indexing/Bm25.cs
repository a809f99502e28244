namespace BriefingBot.Indexing;

/// <summary>
/// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) with Lucene's idf, which is never negative, and a fixed
/// average length, so that a passage's weights do not change with the rest of the index and every store can keep them.
/// </summary>
internal static class Bm25
{
    private const double Saturation = 1.2;
    private const double LengthNormalisation = 0.75;

    // Terms in a passage of 110 words with its title, once stop words are gone; the mean over newwiki is 69.
    private const double AverageLength = 70;

    /// <summary>The weight of a term that stands in <paramref name="containing"/> of <paramref name="passages"/> passages.</summary>
    public static double Idf(long passages, long containing) => Math.Log(1 + ((passages - containing + 0.5) / (containing + 0.5)));

    /// <summary>How much an occurrence counts in a passage of <paramref name="length"/> terms that has the term <paramref name="count"/> times.</summary>
    public static double TermWeight(int count, int length) =>
        count * (Saturation + 1) / (count + (Saturation * (1 - LengthNormalisation + (LengthNormalisation * length / AverageLength))));
}
