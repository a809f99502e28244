namespace BriefingBot.Configuration;

/// <summary>The configuration cannot be used as it is. The message names key or file, where it came from, and the remedy.</summary>
public sealed class ConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
