namespace BriefingBot.Indexing;

/// <summary>The store cannot be used as it is. The message names the store and the remedy, in words for whoever runs the product.</summary>
public sealed class ArticleStoreException(string message, Exception? inner = null) : Exception(message, inner);
