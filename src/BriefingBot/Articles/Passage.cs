using System.Collections.Immutable;

namespace BriefingBot.Articles;

/// <summary>
/// A span of an article that is long enough to retrieve by, and the sentences in it that can be quoted: spans of the same text, in order,
/// not overlapping. Headings are in the passage, but are not sentences.
/// </summary>
public sealed record Passage(TextSpan Span, ImmutableArray<TextSpan> Sentences);
