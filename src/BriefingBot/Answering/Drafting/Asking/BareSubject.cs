using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>A subject without a question, as people type it into a search box: "harbour dues", "news on the flood".</summary>
internal static partial class BareSubject
{
    private const int MostWords = 5;

    /// <summary>More words than a few say what they want to know of it.</summary>
    public static bool IsOne(string question) =>
        !Asks().IsMatch(question) && question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostWords;

    /// <summary>
    /// Whether one of the passages that the excerpts stand in, with its title, has all terms of the subject. Something that is near one of them
    /// can be found for any words at all; words without a meaning name nothing.
    /// </summary>
    public static bool StandsIn(string question, IEnumerable<RetrievedPassage> passages, IReadOnlyCollection<Excerpt> excerpts)
    {
        var terms = EnglishTerms.Of(Telling().Replace(question, " ")).ToImmutableHashSet();
        return !terms.IsEmpty && passages
            .Where(passage => excerpts.Any(excerpt => excerpt.Article == passage.Article && excerpt.Span.Overlaps(passage.Passage.Span)))
            .Any(passage => terms.IsSubsetOf(EnglishTerms.Of($"{passage.Article.Title} {passage.Article.Cut(passage.Passage.Span)}")));
    }

    [GeneratedRegex(@"\b(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|might|must|has|have|had|tell|name|explain|describe|list|say)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    /// <summary>What is said of the telling rather than of the subject.</summary>
    [GeneratedRegex(@"\b(?:latest|recent|news|updates?|headlines?|articles?|stor(?:y|ies)|information|info|details|facts|about|regarding|concerning|please)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Telling();
}
