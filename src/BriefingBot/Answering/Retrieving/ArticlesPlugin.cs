using System.Collections.Immutable;
using System.ComponentModel;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Data;

namespace BriefingBot.Answering;

/// <summary>The kernel function by which every passage of an answer is reached, so that its filters see each search.</summary>
internal static class ArticlesPlugin
{
    public const string Name = "articles";
    public const string Search = "search";
    public const string Names = "names";
    public const string Copies = "copies";

    public static KernelPlugin Create(PassageRetriever retriever, IPassageIndex index, IArticleStore articles) => KernelPluginFactory.CreateFromFunctions(
        Name,
        "The ingested articles.",
        [
            KernelFunctionFactory.CreateFromMethod(
                ([Description("What to look for")] string query,
                    [Description("Whoever asks")] Asker asker,
                    [Description("Which articles")] ArticleFilter filter,
                    [Description("How many passages at most")] int top,
                    CancellationToken cancellation) => SearchAsync(new ArticleTextSearch(retriever, asker, filter), query, top, cancellation),
                Search,
                "Finds the passages nearest to a question among the articles that the asker may read."),
            KernelFunctionFactory.CreateFromMethod(
                ([Description("Whoever asks")] Asker asker, CancellationToken cancellation) => index.NamesAsync(asker, cancellation),
                Names,
                "Lists the sources, authors and labels of the articles that the asker may read."),
            KernelFunctionFactory.CreateFromMethod(
                ([Description("The article that is quoted")] Article article,
                    [Description("The quote")] string words,
                    [Description("Whoever asks")] Asker asker,
                    CancellationToken cancellation) => SyndicatedCopies.CountAsync(articles, article, words, asker, cancellation),
                Copies,
                "Counts the other articles that carry the same report with the same words and that the asker may read."),
        ]);

    /// <summary>Calls the function through the kernel.</summary>
    public static async Task<Retrieval> SearchArticlesAsync(
        this Kernel kernel, string query, Asker asker, ArticleFilter filter, int top, CancellationToken cancellation) =>
        await kernel.InvokeAsync<Retrieval>(Name, Search, new() { ["query"] = query, ["asker"] = asker, ["filter"] = filter, ["top"] = top }, cancellation)
            ?? throw new InvalidOperationException($"The kernel function {Name}-{Search} returned nothing.");

    /// <summary>Calls the function through the kernel.</summary>
    public static async Task<KnownNames> ListNamesAsync(this Kernel kernel, Asker asker, CancellationToken cancellation) =>
        await kernel.InvokeAsync<KnownNames>(Name, Names, new() { ["asker"] = asker }, cancellation)
            ?? throw new InvalidOperationException($"The kernel function {Name}-{Names} returned nothing.");

    /// <summary>Calls the function through the kernel.</summary>
    public static Task<int> CountCopiesAsync(this Kernel kernel, VerifiedQuote quote, Asker asker, CancellationToken cancellation) =>
        kernel.InvokeAsync<int>(Name, Copies, new() { ["article"] = quote.Article, ["words"] = quote.Text, ["asker"] = asker }, cancellation);

    private static async Task<Retrieval> SearchAsync(ITextSearch<RetrievedPassage> search, string query, int top, CancellationToken cancellation)
    {
        var results = await search.GetSearchResultsAsync(query, new() { Top = top }, cancellation);
        var passages = await results.Results.ToArrayAsync(cancellation);
        return new([.. passages], (ImmutableDictionary<string, double>)results.Metadata![ArticleTextSearch.TermWeights]!)
        {
            Lists = (RankedLists?)results.Metadata[ArticleTextSearch.Lists],
        };
    }
}
