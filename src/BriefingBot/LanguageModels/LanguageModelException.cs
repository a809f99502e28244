namespace BriefingBot.LanguageModels;

/// <summary>Why an answer is made without the language model that is configured.</summary>
public enum ModelFailure
{
    /// <summary>It cannot be reached, refuses the key or fails.</summary>
    Unavailable,

    /// <summary>It did not answer in time.</summary>
    TimedOut,

    /// <summary>The day's tokens are used up.</summary>
    LimitReached,

    /// <summary>The provider's content filter stopped it.</summary>
    Filtered,

    /// <summary>What it wrote cannot be read as statements.</summary>
    Unreadable,

    /// <summary>No statement of it passed the checks.</summary>
    NothingSupported,

    /// <summary>It found no answer in the sentences.</summary>
    NothingDrafted,
}

/// <summary>A language model that drafted nothing. Answers fall back to extractive ones; the message is for logs and <c>doctor</c>.</summary>
internal sealed class LanguageModelException(ModelFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public ModelFailure Failure => failure;
}
