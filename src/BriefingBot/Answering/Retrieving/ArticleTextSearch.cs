using BriefingBot.Articles;
using Microsoft.SemanticKernel.Data;

namespace BriefingBot.Answering;

/// <summary>Semantic Kernel's text search over the articles that one asker may read and a filter admits.</summary>
internal sealed class ArticleTextSearch(PassageRetriever retriever, Asker asker, ArticleFilter filter) : ITextSearch<RetrievedPassage>
{
    /// <summary>The key of <see cref="KernelSearchResults{T}.Metadata"/> under which the question's term weights are.</summary>
    public const string TermWeights = "termWeights";

    /// <summary>The key under which the rankings are.</summary>
    public const string Lists = "lists";

    private const int DefaultTop = 8;

    public async Task<KernelSearchResults<RetrievedPassage>> GetSearchResultsAsync(
        string query, TextSearchOptions<RetrievedPassage>? searchOptions = null, CancellationToken cancellationToken = default)
    {
        var (top, skip) = (searchOptions?.Top ?? DefaultTop, searchOptions?.Skip ?? 0);
        if (searchOptions?.Filter is not null)
        {
            throw new NotSupportedException("This search is bounded by the asker and the filter that it was made with; leave TextSearchOptions.Filter out.");
        }

        var retrieval = await retriever.RetrieveAsync(query, asker, filter, top + skip, cancellationToken);
        var passages = retrieval.Passages.Skip(skip).ToArray();
        return new(passages.ToAsyncEnumerable(), totalCount: null, new Dictionary<string, object?> { [TermWeights] = retrieval.TermWeights, [Lists] = retrieval.Lists });
    }

    public async Task<KernelSearchResults<TextSearchResult>> GetTextSearchResultsAsync(
        string query, TextSearchOptions<RetrievedPassage>? searchOptions = null, CancellationToken cancellationToken = default)
    {
        var results = await GetSearchResultsAsync(query, searchOptions, cancellationToken);
        return new(results.Results.Select(ToResult), results.TotalCount, results.Metadata);
    }

    public async Task<KernelSearchResults<string>> SearchAsync(
        string query, TextSearchOptions<RetrievedPassage>? searchOptions = null, CancellationToken cancellationToken = default)
    {
        var results = await GetSearchResultsAsync(query, searchOptions, cancellationToken);
        return new(results.Results.Select(passage => passage.Article.Cut(passage.Passage.Span)), results.TotalCount, results.Metadata);
    }

    private static TextSearchResult ToResult(RetrievedPassage passage) => new(passage.Article.Cut(passage.Passage.Span))
    {
        Name = passage.Article.Title,
        Link = passage.Article.Url?.AbsoluteUri,
    };
}
