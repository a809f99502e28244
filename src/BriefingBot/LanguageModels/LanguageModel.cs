using System.ClientModel;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace BriefingBot.LanguageModels;

/// <summary>Calls the configured model by a prompt. Every way in which that can fail is a <see cref="LanguageModelException"/>; cancellation escapes.</summary>
internal sealed class LanguageModel(Kernel kernel, PromptFiles prompts, ModelUsage usage, IOptions<LanguageModelOptions> options)
{
    /// <summary>Names the model for whoever caches or reports.</summary>
    public string Name => options.Value.Model!;

    /// <summary>Names the prompts.</summary>
    public string Prompts => prompts.Hash;

    /// <summary>The longest that one answer's calls may take together.</summary>
    public TimeSpan Budget => TimeSpan.FromSeconds(options.Value.TimeoutSeconds);

    /// <exception cref="LanguageModelException">It wrote nothing that can be read.</exception>
    public async Task<ModelText> AskAsync(string prompt, KernelArguments arguments, CancellationToken cancellation)
    {
        if (usage.IsUsedUp)
        {
            throw new LanguageModelException(ModelFailure.LimitReached, $"The {options.Value.DailyTokens:N0} tokens of LanguageModel:DailyTokens are used up until midnight UTC.");
        }

        try
        {
            var result = await kernel.InvokeAsync(prompts[prompt], WithLimit(prompts[prompt], arguments), cancellation);
            var (sent, received) = result.Metadata?.GetValueOrDefault("Usage") is ChatTokenUsage tokens ? (tokens.InputTokenCount, tokens.OutputTokenCount) : (0, 0);
            usage.Add(sent, received);
            return IsFiltered(result)
                ? throw new LanguageModelException(ModelFailure.Filtered, "The provider's content filter stopped the reply.")
                : new(result.GetValue<string>() ?? "", sent, received);
        }
        catch (Exception fault) when (Explained(fault, cancellation) is { } explained)
        {
            throw explained;
        }
    }

    private KernelArguments WithLimit(KernelFunction function, KernelArguments arguments)
    {
        var settings = OpenAIPromptExecutionSettings.FromExecutionSettings(function.ExecutionSettings?.GetValueOrDefault(PromptExecutionSettings.DefaultServiceId));
        settings.MaxTokens = options.Value.MaxReplyTokens;
        return new(arguments, new Dictionary<string, PromptExecutionSettings> { [PromptExecutionSettings.DefaultServiceId] = settings });
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
        HttpOperationException failed => new(ModelFailure.Unavailable, $"{Where} failed{(failed.StatusCode is { } status ? $" ({(int)status})" : "")}.", failed),
        TimeoutRejectedException or OperationCanceledException => new(ModelFailure.TimedOut, $"{Where} did not answer in time.", fault),
        BrokenCircuitException => new(ModelFailure.Unavailable, $"{Where} has failed several times and is not asked for a while.", fault),
        JsonException or FormatException or ArgumentOutOfRangeException => new(ModelFailure.Unreadable, $"{Where} answered in another form than its API has.", fault),
        HttpRequestException or IOException or ClientResultException => new(ModelFailure.Unavailable, $"{Where} cannot be reached.", fault),
        KernelException { InnerException: { } inner } => Explained(inner, cancellation),
        _ => null,
    };

    // Never the whole address: it may hold what is nobody's business in a log.
    private string Where => options.Value.Endpoint is { } endpoint ? $"The language model at {new Uri(endpoint).Authority}" : "OpenAI";
}

/// <summary>What a model wrote, and its tokens.</summary>
internal sealed record ModelText(string Text, long Sent, long Received);
