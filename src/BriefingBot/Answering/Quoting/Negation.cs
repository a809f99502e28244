namespace BriefingBot.Answering;

/// <summary>The word that turns around what follows it.</summary>
internal static class Negation
{
    private static readonly string[] Words = ["not", "never", "no", "cannot", "without", "nor", "neither", "minus"];

    /// <summary>
    /// Whether the word before this index of a folded text negates what starts there. Blanks, opening quotation marks and brackets may
    /// stand between; a comma or a full stop may not ("No, the dam is safe.").
    /// </summary>
    public static bool StandsBefore(string folded, int index)
    {
        const int longestGap = 8, longestWord = 12; // A bound for hostile text; no contraction of "not" is longer than "shouldn't".
        var end = index;
        while (end > 0 && index - end < longestGap && folded[end - 1] is ' ' or '"' or '\'' or '(' or '[')
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start < longestWord && (char.IsLetter(folded[start - 1]) || folded[start - 1] == '\''))
        {
            start--;
        }

        var word = folded[start..end].TrimStart('\'');
        return word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || Words.Contains(word, StringComparer.OrdinalIgnoreCase);
    }
}
