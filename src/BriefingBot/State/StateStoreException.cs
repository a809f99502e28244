namespace BriefingBot.State;

/// <summary>The state store cannot be used as it is. The message names the store, the key and the remedy, in words for whoever runs the product.</summary>
public class StateStoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The server that keeps the state cannot be reached, or does not answer in time. It may be there again in a moment.</summary>
public sealed class UnreachableStateStoreException(string message, Exception? inner = null) : StateStoreException(message, inner);
