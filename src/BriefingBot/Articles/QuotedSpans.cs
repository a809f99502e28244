using System.Collections.Immutable;

namespace BriefingBot.Articles;

/// <summary>The spans of one article's quotes, as a link has them and a page marks them.</summary>
public static class QuotedSpans
{
    /// <summary>In the order of the text, those that share a code unit made one.</summary>
    public static ImmutableArray<TextSpan> InOrder(IEnumerable<TextSpan> spans)
    {
        var merged = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.End))
        {
            if (merged.Count > 0 && (merged[^1].Overlaps(span) || merged[^1] == span))
            {
                merged[^1] = new(merged[^1].Start, Math.Max(merged[^1].End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged.ToImmutable();
    }
}
