using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace BriefingBot.Indexing;

/// <summary>
/// The one analyzer of the product: Lucene's for English (lower case, possessives and stop words dropped, Porter stems). Every store
/// counts and every question is read by it.
/// </summary>
internal static class EnglishTerms
{
    private static readonly EnglishAnalyzer Analyzer = new(LuceneVersion.LUCENE_48);

    /// <summary>Names the rules; an index made by others is rebuilt.</summary>
    public const string Revision = "lucene-4.8-english";

    /// <summary>The terms of a text in order, with repetitions. Empty when the text holds stop words and signs alone.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var terms = new List<string>();
        using var stream = Analyzer.GetTokenStream("text", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(term.ToString());
        }

        stream.End();
        return terms;
    }
}
