namespace BriefingBot.ScriptedModel;

/// <summary>How the scripted model answers a request. All but <see cref="Honest"/> are ways in which real ones misbehave.</summary>
public enum Behaviour
{
    /// <summary>The sentences that share most with the question, as they stand.</summary>
    Honest,

    /// <summary>Words in quotation marks that no sentence has.</summary>
    FabricatedQuote,

    /// <summary>One digit is another.</summary>
    ChangedDigit,

    /// <summary>Two names stand in each other's place.</summary>
    SwappedNames,

    /// <summary>A "not" is left out, or put in where there is none.</summary>
    DroppedNot,

    /// <summary>Tells of what no article that was given has.</summary>
    UnretrievedArticle,

    /// <summary>One honest statement, and one of what no article that was given has.</summary>
    OneOfTwo,

    /// <summary>A statement that points at nothing.</summary>
    NoCitation,

    /// <summary>A statement that points at sentence 99.</summary>
    Citation99,

    /// <summary>The reply ends in the middle.</summary>
    TruncatedJson,

    /// <summary>The JSON stands in a code fence.</summary>
    FencedJson,

    /// <summary>Prose stands before and behind the JSON.</summary>
    ProseAroundJson,

    /// <summary>Each key stands twice, the first time with other words.</summary>
    DuplicateKeys,

    /// <summary>200 KB.</summary>
    HugeAnswer,

    /// <summary>Nothing.</summary>
    EmptyAnswer,

    /// <summary>"I can't help with that."</summary>
    Refusal,

    /// <summary>The content filter stops the reply.</summary>
    FilteredReply,

    /// <summary>The content filter refuses the request, as Azure says it.</summary>
    FilteredRequest,

    /// <summary>429 with Retry-After.</summary>
    RateLimited,

    /// <summary>429 without.</summary>
    RateLimitedBare,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>Nothing for a second, then the honest answer.</summary>
    SlowStart,

    /// <summary>Half of the reply, then nothing while the connection stays open.</summary>
    Stall,

    /// <summary>Half of the reply, then the connection is closed.</summary>
    ClosedSocket,

    /// <summary>A page of HTML with status 200.</summary>
    WrongContentType,

    /// <summary>Calls a function again and again.</summary>
    CallLoop,

    /// <summary>Searches once by the function that it is offered, then answers honestly from all that it was given.</summary>
    TwoSteps,

    /// <summary>Refuses a schema for its reply, as older servers do; without one it is honest.</summary>
    RefusedSchema,

    /// <summary>Refuses functions, as smaller models do; without them it is honest.</summary>
    RefusedTools,

    /// <summary>Does what an article told it to, with link, image, mention and markup.</summary>
    ObeyedInjection,
}
