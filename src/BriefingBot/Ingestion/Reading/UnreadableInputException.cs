namespace BriefingBot.Ingestion;

/// <summary>
/// An input that no article can be made of. The message says what is wrong and the remedy, to be shown after the input's name.
/// </summary>
internal sealed class UnreadableInputException(string message, Exception? cause = null) : Exception(message, cause);
