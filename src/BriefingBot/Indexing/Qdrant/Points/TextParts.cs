using System.Collections.Immutable;

namespace BriefingBot.Indexing;

/// <summary>A text in pieces that a point holds well.</summary>
internal static class TextParts
{
    /// <summary>UTF-16 code units a part at most: 768 KB of UTF-8. One more where a surrogate pair would be cut.</summary>
    public const int Length = 256 * 1_024;

    public static int Count(string text) => Cut(text).Length;

    /// <summary>At least one, so that an empty text is one too.</summary>
    public static ImmutableArray<string> Cut(string text)
    {
        var parts = ImmutableArray.CreateBuilder<string>((text.Length / Length) + 1);
        var start = 0;
        do
        {
            var end = Math.Min(start + Length, text.Length);
            end += end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
            parts.Add(text[start..end]);
            start = end;
        }
        while (start < text.Length);
        return parts.ToImmutable();
    }
}
