using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace BriefingBot.LanguageModels;

/// <summary>Calls the configured model by a prompt. Every way in which that can fail is a <see cref="LanguageModelException"/>; cancellation escapes.</summary>
internal sealed class LanguageModel(Kernel kernel, PromptFiles prompts, KeptReplies kept, string name, IOptions<LanguageModelOptions> options)
{
    private readonly LanguageModelFaults _faults = new(options.Value, name);
    private volatile bool _takesNoSchema;
    private volatile bool _takesNoTools;

    /// <summary>Names the model for whoever caches or reports.</summary>
    public string Name => name;

    /// <summary>Names the prompts.</summary>
    public string Prompts => prompts.Hash;

    /// <summary>Whether its server has not refused a schema of the reply so far.</summary>
    public bool TakesSchema => !_takesNoSchema;

    /// <summary>The longest that one answer's calls may take together.</summary>
    public TimeSpan Budget => TimeSpan.FromSeconds(options.Value.TimeoutSeconds);

    /// <summary>How often it may search while it drafts one answer.</summary>
    public int MostSearches => options.Value.Searches;

    /// <summary>Whether an answer's calls have had what one answer may have, so that nothing more is looked for.</summary>
    public bool HasSpentTokens(ModelCalls? calls) => calls is not null && calls.Sent + calls.Received >= options.Value.TokensPerAnswer;

    /// <summary>What some calls cost, in the currency of the configured prices.</summary>
    public double CostOf(ModelCalls calls) => options.Value.CostOf(calls.Sent, calls.Received);

    /// <summary>Has the replies of an answer that came out well given again to whoever asks the same of the same articles.</summary>
    public void Keep(ModelCalls calls) => kept.Keep(calls);

    /// <exception cref="LanguageModelException">It wrote nothing that can be read.</exception>
    /// <param name="prompt">The prompt's name.</param>
    /// <param name="arguments">Its variables.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="tool">What it may call meanwhile; null: nothing.</param>
    public async Task<string> AskAsync(string prompt, KernelArguments arguments, CancellationToken cancellation, ModelTool? tool = null)
    {
        try
        {
            var result = await InvokeAsync(prompt, arguments, tool, cancellation);
            return IsFiltered(result)
                ? throw new LanguageModelException(ModelFailure.Filtered, "The provider's content filter stopped the reply.")
                : result.GetValue<string>() ?? "";
        }
        catch (Exception fault) when (_faults.Explain(fault, cancellation) is { } explained)
        {
            throw explained;
        }
    }

    private async Task<FunctionResult> InvokeAsync(string prompt, KernelArguments arguments, ModelTool? tool, CancellationToken cancellation)
    {
        while (true)
        {
            var offered = _takesNoTools ? null : tool;
            try
            {
                return await KernelWith(offered).InvokeAsync(prompts[prompt], new(arguments, SettingsOf(prompts[prompt], offered)), cancellation);
            }
            catch (HttpOperationException refused)
            {
                if (!GoesOnWithout(refused, offered))
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Older servers know no schema of a reply, or no functions: then they are not offered again. Replies are read tolerantly, and the prompt shows the form.</summary>
    private bool GoesOnWithout(HttpOperationException refused, ModelTool? offered)
    {
        var (isRefused, words) = (refused.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{refused.Message} {refused.ResponseContent}");
        if (!isRefused || Has("content_filter"))
        {
            return false;
        }

        if (!_takesNoSchema && (Has("response_format") || Has("json_schema")))
        {
            return _takesNoSchema = true;
        }

        return offered is not null && Has("tool") && Has("support") && (_takesNoTools = true);

        bool Has(string word) => words.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    // The model reaches what it is offered and no other function.
    private Kernel KernelWith(ModelTool? tool)
    {
        var reached = new Kernel(kernel.Services, tool is null ? [] : [tool.Plugin]);
        if (tool is not null)
        {
            reached.AutoFunctionInvocationFilters.Add(tool.Bounds);
        }

        return reached;
    }

    private Dictionary<string, PromptExecutionSettings> SettingsOf(KernelFunction function, ModelTool? tool)
    {
        var settings = OpenAIPromptExecutionSettings.FromExecutionSettings(function.ExecutionSettings?.GetValueOrDefault(PromptExecutionSettings.DefaultServiceId));
        settings.MaxTokens = options.Value.MaxReplyTokens;
        settings.ResponseFormat = _takesNoSchema ? null : settings.ResponseFormat;
        settings.FunctionChoiceBehavior = tool is null ? null : FunctionChoiceBehavior.Auto(tool.Plugin);
        return new() { [PromptExecutionSettings.DefaultServiceId] = settings };
    }

    private static bool IsFiltered(FunctionResult result) => result.Metadata?.GetValueOrDefault("FinishReason")?.ToString() is "ContentFilter" or "content_filter";
}

/// <summary>Functions that a model may call while it writes.</summary>
/// <param name="Plugin">The functions.</param>
/// <param name="Bounds">Sees each call before it is made, and ends them.</param>
internal sealed record ModelTool(KernelPlugin Plugin, IAutoFunctionInvocationFilter Bounds);
