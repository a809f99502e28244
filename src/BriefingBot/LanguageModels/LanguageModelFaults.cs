using BriefingBot.Providers;

namespace BriefingBot.LanguageModels;

/// <summary>What is said of each way in which a language model fails: where, why, and what to do, by the key that it is done with. The provider's own exception is not kept: it may repeat the request.</summary>
internal sealed class LanguageModelFaults(LanguageModelOptions options, string model)
{
    private string Where => options.Endpoint is { } endpoint ? $"The language model at {ProviderAddress.Authority(endpoint)}" : "OpenAI";

    /// <summary>Null where the fault is not the model's, or was the caller's own end.</summary>
    public LanguageModelException? Explain(Exception fault, CancellationToken cancellation) =>
        fault is LanguageModelException || (fault is OperationCanceledException && cancellation.IsCancellationRequested) || ProviderFault.Of(fault) is not { } known ? null
        : known.Body?.Contains("content_filter", StringComparison.Ordinal) == true ? new(ModelFailure.Filtered, "The provider's content filter refused the request.")
        : known.Kind switch
        {
            ProviderFailure.Key => new(ModelFailure.Unavailable, $"{Where} refuses the key ({known.Status}). Check LanguageModel:ApiKey."),
            ProviderFailure.Identity => new(ModelFailure.Unavailable, $"{Where} cannot be signed in to: this machine has no identity that Azure knows. Set LanguageModel:ApiKey, or give the machine a managed identity."),
            ProviderFailure.NotFound => new(ModelFailure.Unavailable, $"{Where} does not know the model {model} or the address (404). Check LanguageModel:Model and LanguageModel:Endpoint."),
            ProviderFailure.Refused => new(ModelFailure.Unavailable, $"{Where} refuses the request ({known.Status})."),
            ProviderFailure.TooOften => new(ModelFailure.Unavailable, $"{Where} is asked too often (429)."),
            ProviderFailure.TimedOut => new(ModelFailure.TimedOut, $"{Where} did not answer in time."),
            ProviderFailure.Resting => new(ModelFailure.Unavailable, $"{Where} has failed several times and is not asked for a while."),
            ProviderFailure.Failed => new(ModelFailure.Unavailable, $"{Where} failed ({known.Status})."),
            ProviderFailure.Unreadable => new(ModelFailure.Unreadable, $"{Where} answered in another form than its API has."),
            _ => new(ModelFailure.Unavailable, $"{Where} cannot be reached. See that it runs, and that LanguageModel:Endpoint is right."),
        };
}
