using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>A sentence of a text, trimmed of white space.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Block">The number, from 0, of the paragraph, heading, list item or table row that it belongs to.</param>
/// <param name="IsHeading">Whether it is a heading: short, a block on its own, no punctuation at its end, text after it.</param>
internal readonly record struct Sentence(TextSpan Span, int Block, bool IsHeading = false);
