namespace BriefingBot.Answering;

/// <summary>Why an answer was made without the language model that is configured.</summary>
public enum FallBack
{
    /// <summary>The model cannot be reached, or fails.</summary>
    Unavailable,

    /// <summary>The model did not answer in time.</summary>
    TimedOut,

    /// <summary>The day's tokens are used up.</summary>
    LimitReached,

    /// <summary>The provider's content filter stopped it.</summary>
    Filtered,

    /// <summary>What the model wrote could not be read.</summary>
    Unreadable,

    /// <summary>No statement of the model's passed the checks.</summary>
    NothingSupported,

    /// <summary>The model found no answer in the sentences.</summary>
    NothingDrafted,
}
