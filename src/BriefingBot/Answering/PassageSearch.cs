using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>Search without an answer: the passages themselves, through the same kernel function as an answer's.</summary>
public sealed class PassageSearch(Kernel kernel)
{
    /// <summary>Whether a text has a word that articles are searched for: signs and the smallest words of English are none.</summary>
    public static bool HasWords(string text) => EnglishTerms.Of(text).Count > 0;

    /// <summary>The passages nearest to a query among the articles that the asker may read and the filter admits, best first.</summary>
    /// <exception cref="QuestionException">The query is empty or too long.</exception>
    public async Task<FoundPassages> SearchAsync(string query, Asker asker, ArticleFilter filter, int limit, CancellationToken cancellation)
    {
        QuestionException.ThrowIfUnanswerable(query);
        var retrieval = await kernel.SearchArticlesAsync(query, asker, filter, limit, cancellation);
        var verified = retrieval.Passages
            .SelectMany(passage => VerifiedQuote
                .Verify(passage.Article, new SpanProposal(passage.Article.Id, passage.Article.Version, passage.Passage.Span))
                .Quotes.Select(words => (passage.Score, Words: words)))
            .ToArray();
        return new([.. verified.Select((found, index) => new FoundPassage(index + 1, found.Score, found.Words))], retrieval.Passages.Length - verified.Length);
    }
}

/// <summary>What a search found.</summary>
/// <param name="Passages">Best first.</param>
/// <param name="Withheld">How many more there were that cannot be shown without cutting a word or a number.</param>
public sealed record FoundPassages(ImmutableArray<FoundPassage> Passages, int Withheld);

/// <summary>A passage as a search shows it.</summary>
/// <param name="Rank">1 for the best.</param>
/// <param name="Score">The fused score, 0 to 1, which means nothing between queries.</param>
/// <param name="Words">The passage, cut from its article.</param>
public sealed record FoundPassage(int Rank, double Score, VerifiedQuote Words);
