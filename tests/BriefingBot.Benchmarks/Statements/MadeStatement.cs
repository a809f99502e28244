namespace BriefingBot.Benchmarks;

/// <summary>A statement made from a sentence of an article, as a language model might have drafted it.</summary>
/// <param name="ArticleId">Where the sentence stands.</param>
/// <param name="Quote">The sentence, word for word.</param>
/// <param name="Statement">What is said of it.</param>
/// <param name="Kind">The rule that made it, such as <c>contraction</c> or <c>false number</c>.</param>
/// <param name="IsTrue">Whether the sentence supports it.</param>
internal sealed record MadeStatement(string ArticleId, string Quote, string Statement, string Kind, bool IsTrue);
