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
    /// <summary>Without case and accents; never empty.</summary>
    public string Folded { get; } = (Ascii.IsValid(Text) ? Text : WithoutAccents(Text)).ToLowerInvariant();

    public bool IsThe => Text.Equals("the", StringComparison.OrdinalIgnoreCase);

    /// <summary>The words from a place on, up to a sign that ends a name, unless all signs are passed over. Pictures never end one.</summary>
    public static NameWord[] Read(string text, int start, int most, bool acrossSigns = false)
    {
        var words = new List<NameWord>();
        var at = start;
        for (var match = Word().Match(text, start); match.Success; match = match.NextMatch())
        {
            if (words.Count == most || (!acrossSigns && !IsPassedOver(text.AsSpan(at, match.Index - at))))
            {
                break;
            }

            var end = match.Index + match.Length;
            var isPossessive = Possessive().IsMatch(text, end);
            words.Add(new(match.Value, end, isPossessive));
            at = end + (isPossessive ? 2 : 0);
            if (isPossessive && !acrossSigns)
            {
                break;
            }
        }

        return [.. words];
    }

    private static string WithoutAccents(string text) => string.Concat(text.Normalize(NormalizationForm.FormD).Where((sign, at) => at == 0 || !IsMark(sign)));

    private static bool IsPassedOver(ReadOnlySpan<char> between)
    {
        foreach (var sign in between)
        {
            if (!" \"“”'‘’&".Contains(sign) && !IsMark(sign)
                && char.GetUnicodeCategory(sign) is not (UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.Surrogate or UnicodeCategory.Format))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMark(char sign) => char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // A mark alone, such as what an emoji has behind it, is no word.
    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+|['’](?!s\b)[\p{L}\p{M}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\G['’]s\b")]
    private static partial Regex Possessive();
}
