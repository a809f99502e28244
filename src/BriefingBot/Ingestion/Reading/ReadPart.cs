namespace BriefingBot.Ingestion;

/// <summary>One article of an input, or why there is none.</summary>
/// <param name="Name">Where it stands within the input: a path in an archive, an attachment's name, a feed entry's address or title. Empty for the input itself.</param>
/// <param name="Article">What was read; null when it could not be.</param>
/// <param name="Problem">What is wrong and the remedy; null when it was read.</param>
internal sealed record ReadPart(string Name, ReadArticle? Article, string? Problem = null);
