namespace BriefingBot.Ingestion;

/// <summary>
/// An input that no article can be made of. The message says what is wrong and the remedy, to be shown after the input's name.
/// </summary>
internal sealed class UnreadableInputException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether the server of an address said that there is nothing there (any more).</summary>
    public bool IsGone { get; init; }
}
