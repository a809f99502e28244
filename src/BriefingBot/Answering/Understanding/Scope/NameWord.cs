using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>A word of a name.</summary>
/// <param name="Text">As it stands there, without a possessive ending.</param>
/// <param name="End">Where it ends in the text.</param>
/// <param name="IsPossessive">Whether <c>'s</c> follows, so that the name ends with it.</param>
internal sealed partial record NameWord(string Text, int End, bool IsPossessive)
{
    /// <summary>Without case and accents.</summary>
    public string Folded { get; } = string.Concat(Text.Normalize(NormalizationForm.FormD).Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark))
        .ToLowerInvariant();

    public bool IsThe => Text.Equals("the", StringComparison.OrdinalIgnoreCase);

    /// <summary>The words from a place on, up to a sign that ends a name, unless all signs are passed over.</summary>
    public static NameWord[] Read(string text, int start, int most, bool acrossSigns = false)
    {
        var words = new List<NameWord>();
        var at = start;
        foreach (Match match in Word().Matches(text, start))
        {
            if (words.Count == most || (!acrossSigns && !text.AsSpan(at, match.Index - at).Trim(" \"“”'‘’&").IsEmpty))
            {
                break;
            }

            var isPossessive = Possessive().IsMatch(text[(match.Index + match.Length)..]);
            words.Add(new(match.Value, match.Index + match.Length, isPossessive));
            at = match.Index + match.Length + (isPossessive ? 2 : 0);
            if (isPossessive && !acrossSigns)
            {
                break;
            }
        }

        return [.. words];
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:[.-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+|['’](?!s\b)[\p{L}\p{M}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^['’]s\b")]
    private static partial Regex Possessive();
}
