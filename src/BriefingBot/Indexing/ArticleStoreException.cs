namespace BriefingBot.Indexing;

/// <summary>The store cannot be used as it is. The message names the store and the remedy, in words for whoever runs the product.</summary>
public class ArticleStoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>One article cannot be used as it is stored. The message names the store, the article and the remedy.</summary>
public sealed class DamagedArticleException(string location, string articleId, string damage, Exception? inner = null) : ArticleStoreException(
    $"{location}: {damage} of the article '{articleId}' is damaged. Remove the article with 'briefing remove' and ingest it again, or put back a copy of the file.", inner);
