using System.ComponentModel;
using System.Diagnostics;
using BriefingBot.Articles;
using BriefingBot.LanguageModels;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>
/// The search that a language model may call while it drafts, for a question of two steps. Whose articles, and which, is settled here: the model gives words to look for and nothing else.
/// After the last call that it has, it is told so once, and then stopped.
/// </summary>
internal sealed class ModelSearch(Kernel articles, Asker asker, ArticleFilter filter, NumberedSentences shown, LanguageModel model, ILogger log) : IAutoFunctionInvocationFilter
{
    // A second step asks for one thing.
    private const int PassagesOfEach = 4;

    private int _searches;
    private int? _toldToEnd;

    /// <summary>As the model is offered it.</summary>
    public ModelTool Tool => new(
        KernelPluginFactory.CreateFromFunctions(ArticlesPlugin.Name, [KernelFunctionFactory.CreateFromMethod(
            SearchAsync, ArticlesPlugin.Search, "Searches the articles again, for a step of the question that the sentences given so far leave open. Returns more numbered sentences.")]),
        this);

    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        if (_searches < model.MostSearches && !model.HasSpentTokens(ModelCalls.Current))
        {
            _searches++;
            var started = Stopwatch.GetTimestamp();
            await next(context);

            // Not what it looked for: that may be words of an article that the log's readers may not read.
            log.LogInformation(
                "The language model searched the articles (search {Number} of {Most}) in {Milliseconds} ms.", _searches, model.MostSearches, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return;
        }

        log.LogInformation("The language model asked for a search more than it has; it is {Done}.", _toldToEnd < context.RequestSequenceIndex ? "stopped" : "told so");
        // Several calls of one reply are told together.
        context.Terminate = _toldToEnd < context.RequestSequenceIndex;
        _toldToEnd ??= context.RequestSequenceIndex;
        context.Result = new(context.Result, "There are no more searches. Answer from the sentences that you have.");
    }

    private async Task<string> SearchAsync([Description("A short question of its own, or a few words")] string? query, CancellationToken cancellation)
    {
        var words = query is { Length: > Question.MaxLength } ? query[..Question.MaxLength] : query ?? "";
        try
        {
            var found = string.IsNullOrWhiteSpace(words) ? [] : (await articles.SearchArticlesAsync(words, asker, filter, PassagesOfEach, cancellation)).Passages;
            return shown.Add(found) is { Length: > 0 } text && NumberedText.FenceFor(words, text) is var fence ? $"{fence}\n{text}\n{fence}" : "No other sentences were found.";
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            // Else the kernel tells the model, and its provider, the fault's own words.
            log.LogWarning(fault, "A search of the language model failed");
            return "The search failed.";
        }
    }
}
