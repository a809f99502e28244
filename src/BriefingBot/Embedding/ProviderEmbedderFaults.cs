using BriefingBot.Providers;

namespace BriefingBot.Embedding;

/// <summary>What is said of each way in which a provider's embedding model fails: where, why, and what to do, by the key that it is done with.</summary>
internal sealed class ProviderEmbedderFaults(EmbeddingOptions options)
{
    private string Where => options.Endpoint is { } endpoint ? $"The embedding model at {ProviderAddress.Authority(endpoint)}" : "OpenAI, asked for embeddings,";

    public EmbeddingModelException Explain(ProviderFault fault, TimeSpan patience) => fault.Kind switch
    {
        ProviderFailure.Key => new($"{Where} refuses the key ({fault.Status}). Correct Embedding:ApiKey (in the environment, Embedding__ApiKey){(options.ApiKey is null ? ", which is not set" : "")}."),
        ProviderFailure.Identity => new($"{Where} cannot be signed in to: this machine has no identity that Azure knows. Set Embedding:ApiKey, or give the machine a managed identity with the role Cognitive Services OpenAI User."),
        ProviderFailure.NotFound => new($"{Where} does not know the model '{options.Model}' or the address (404). Correct Embedding:Model{(options.Provider == EmbeddingProvider.AzureOpenAI ? ", which is the deployment's name," : "")} or Embedding:Endpoint; a server of your own may have to load the model first."),
        ProviderFailure.Refused => new($"{Where} refuses the texts ({fault.Status}{(fault.Reason(options.ApiKey) is { } reason ? $": {reason}" : "")}). {RemedyOf(fault)}"),
        ProviderFailure.Unreadable => Unusable("answered in another form than OpenAI's API has"),
        ProviderFailure.TooOften => Away($"is asked too often (429). Try again later, or have its limit raised; a load goes on where it was. A smaller Embedding:BatchSize may help"),
        ProviderFailure.TimedOut => Away($"did not answer within {patience.TotalSeconds:0} s. Try again later, make Embedding:BatchSize smaller, or allow it more time by Embedding:TimeoutSeconds"),
        ProviderFailure.Resting => Away("has failed several times and is not asked for half a minute. See that it runs, and that Embedding:Endpoint is right"),
        ProviderFailure.Failed => Away($"failed ({fault.Status}). See its own log, or try again later; if it is no such server, correct Embedding:Endpoint"),
        _ => Away("cannot be reached. See that it runs, that this machine may connect to it, and that Embedding:Endpoint is right"),
    };

    public EmbeddingModelException Unusable(string what) => new(
        $"{Where} {what}. See that Embedding:Endpoint is the base address of the API, such as http://127.0.0.1:11434/v1, and that Embedding:Model '{options.Model}' is an embedding model.");

    public EmbeddingModelException OtherLength(int length, int expected) => new(options.Dimensions is { } configured
        ? $"{Where} gives vectors of {length} dimensions, and Embedding:Dimensions is {configured}. Set Embedding:Dimensions to {length} or leave it out, and run 'briefing reindex' if there are articles."
        : $"{Where} gave vectors of {expected} dimensions before and of {length} now: '{options.Model}' is another model than it was. Start again, and run 'briefing reindex'.");

    private UnreachableEmbeddingModelException Away(string what) => new($"{Where} {what}.");

    private string RemedyOf(ProviderFault fault) =>
        fault.Body?.Contains("dimension", StringComparison.OrdinalIgnoreCase) == true && options.Dimensions is not null ? "Leave Embedding:Dimensions out: the model has vectors of one length."
        : fault.Body?.Contains("token", StringComparison.OrdinalIgnoreCase) == true || fault.Body?.Contains("length", StringComparison.OrdinalIgnoreCase) == true
            ? $"Set Embedding:MaxTokens, which is {options.MaxTokens}, to what the model reads, and run the command again."
        : "Correct Embedding:Model, Embedding:MaxTokens or Embedding:BatchSize by what it says.";
}
