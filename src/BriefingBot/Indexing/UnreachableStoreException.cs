namespace BriefingBot.Indexing;

/// <summary>The server that keeps the articles cannot be reached, or does not answer in time. It may be there again in a moment.</summary>
public sealed class UnreachableStoreException(string message, Exception? inner = null) : ArticleStoreException(message, inner);
