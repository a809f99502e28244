using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Where a version of an article can be read, with the words at a span marked where one is given; null where it can be read nowhere of ours. Not escaped for a channel yet.</summary>
public delegate string? ArticleAddress(string articleId, int version, TextSpan? quoted);
