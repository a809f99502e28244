using System.ClientModel;
using System.Net;
using System.Text.Json;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace BriefingBot.LanguageModels;

/// <summary>Calls the configured model by a prompt. Every way in which that can fail is a <see cref="LanguageModelException"/>; cancellation escapes.</summary>
internal sealed class LanguageModel(Kernel kernel, PromptFiles prompts, KeptReplies kept, string name, IOptions<LanguageModelOptions> options)
{
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
        catch (Exception fault) when (Explained(fault, cancellation) is { } explained)
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

        return offered is not null && Has("tool") && (_takesNoTools = true);

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

    private LanguageModelException? Explained(Exception fault, CancellationToken cancellation) => fault switch
    {
        LanguageModelException or OperationCanceledException when cancellation.IsCancellationRequested => null,
        LanguageModelException => null,
        HttpOperationException { StatusCode: HttpStatusCode.BadRequest } refused when refused.Message.Contains("content_filter", StringComparison.Ordinal) || refused.ResponseContent?.Contains("content_filter", StringComparison.Ordinal) == true =>
            new(ModelFailure.Filtered, "The provider's content filter refused the request.", refused),
        HttpOperationException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } refused => new(ModelFailure.Unavailable, $"{Where} refuses the key ({(int)refused.StatusCode}). Check LanguageModel:ApiKey.", refused),
        HttpOperationException { StatusCode: HttpStatusCode.NotFound } refused => new(ModelFailure.Unavailable, $"{Where} does not know the model {Name} or the address (404). Check LanguageModel:Model and LanguageModel:Endpoint.", refused),
        HttpOperationException { StatusCode: HttpStatusCode.TooManyRequests } busy => new(ModelFailure.Unavailable, $"{Where} is asked too often (429).", busy),
        HttpOperationException { StatusCode: null } lost => new(ModelFailure.Unavailable, $"{Where} cannot be reached. See that it runs, and that LanguageModel:Endpoint is right.", lost),
        HttpOperationException failed => new(ModelFailure.Unavailable, $"{Where} failed ({(int)failed.StatusCode}).", failed),
        AuthenticationFailedException => new(ModelFailure.Unavailable, $"{Where} cannot be signed in to: this machine has no identity that Azure knows. Set LanguageModel:ApiKey, or give the machine a managed identity."),
        TimeoutRejectedException or OperationCanceledException => new(ModelFailure.TimedOut, $"{Where} did not answer in time.", fault),
        BrokenCircuitException => new(ModelFailure.Unavailable, $"{Where} has failed several times and is not asked for a while.", fault),
        JsonException or FormatException or ArgumentOutOfRangeException or InvalidOperationException or KeyNotFoundException => new(ModelFailure.Unreadable, $"{Where} answered in another form than its API has.", fault),
        HttpRequestException or IOException or ClientResultException => new(ModelFailure.Unavailable, $"{Where} cannot be reached.", fault),
        KernelException { InnerException: { } inner } => Explained(inner, cancellation),
        _ => null,
    };

    // Never the whole address: it may hold what is nobody's business in a log.
    private string Where => options.Value.Endpoint is { } endpoint ? $"The language model at {new Uri(endpoint).Authority}" : "OpenAI";
}

/// <summary>Functions that a model may call while it writes.</summary>
/// <param name="Plugin">The functions.</param>
/// <param name="Bounds">Sees each call before it is made, and ends them.</param>
internal sealed record ModelTool(KernelPlugin Plugin, IAutoFunctionInvocationFilter Bounds);
