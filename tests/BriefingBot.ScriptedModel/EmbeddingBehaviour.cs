namespace BriefingBot.ScriptedModel;

/// <summary>How the scripted embedding model answers a request. All but <see cref="Honest"/> are ways in which real ones fail.</summary>
public enum EmbeddingBehaviour
{
    /// <summary>A vector a text, in the encoding that was asked for: the nearer, the more words two texts share.</summary>
    Honest,

    /// <summary>The same as lists of numbers, whatever encoding was asked for, as Ollama, LM Studio and llama.cpp answer.</summary>
    Lists,

    /// <summary>Vectors of twice as many dimensions.</summary>
    OtherDimensions,

    /// <summary>The last text has no vector.</summary>
    OneTooFew,

    /// <summary>Vectors of zeros.</summary>
    Zeros,

    /// <summary>429 with Retry-After of one second.</summary>
    RateLimited,

    /// <summary>429 with Retry-After of an hour.</summary>
    RateLimitedForLong,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>400, since a text is longer than the model reads.</summary>
    TooLong,

    /// <summary>400, since the model has vectors of one length alone.</summary>
    RefusesDimensions,

    /// <summary>The JSON ends in the middle.</summary>
    TruncatedJson,

    /// <summary>JSON of another kind.</summary>
    OtherJson,

    /// <summary>A page of HTML with status 200.</summary>
    WrongContentType,

    /// <summary>Nothing while the connection stays open.</summary>
    Stall,

    /// <summary>Sends the caller to another address.</summary>
    Redirect,
}
