using System.Collections.Frozen;

namespace BriefingBot.Ingestion;

/// <summary>Tells whether the words after a quotation name its speaker: <c>"Stop!" Prime Minister May said.</c></summary>
internal static class Speech
{
    private const int MostNameWords = 6;

    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.Ordinal,
        "said", "says", "say", "asked", "asks", "ask", "added", "adds", "told", "tells", "wrote", "writes", "replied", "replies", "answered", "answers",
        "stated", "states", "explained", "explains", "shouted", "shouts", "cried", "cries", "yelled", "screamed", "exclaimed", "whispered", "muttered",
        "murmured", "declared", "announced", "remarked", "commented", "continued", "insisted", "admitted", "argued", "claimed", "demanded", "wondered",
        "tweeted", "posted", "noted", "recalled", "responded", "concluded", "warned", "joked", "quipped", "called", "chanted", "inquired", "enquired");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Verbs.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the text begins with a name and a verb of speech.</summary>
    /// <param name="text">What follows the closing mark and its blank.</param>
    /// <param name="bare">
    /// Whether the sentence must end with the verb: after a full stop, or a word like He, "He said nothing more" is a new sentence.
    /// </param>
    public static bool Attributes(ReadOnlySpan<char> text, bool bare)
    {
        var i = 0;
        for (var words = 0; words <= MostNameWords; words++)
        {
            var length = WordLength(text[i..]);
            var word = text.Slice(i, length);
            i += length;
            if (words > 0 && Lookup.Contains(word))
            {
                return IntroducesNothing(text[i..]) && (!bare || i == text.Length || text[i] is '.' or ';');
            }

            if (length == 0 || !char.IsUpper(word[0]))
            {
                return false;
            }

            // An initial's or a title's full stop, then the blank.
            i += i < text.Length && text[i] == '.' ? 1 : 0;
            if (i >= text.Length || !char.IsWhiteSpace(text[i]))
            {
                return false;
            }

            i++;
        }

        return false;
    }

    // In "It is over." Duda added, "Today we win." the name belongs to the quotation after it.
    private static bool IntroducesNothing(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(",:");
        return rest.Length == text.Length || !(rest.TrimStart() is [var c, ..] && Characters.IsQuote(c));
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 30 && (char.IsLetterOrDigit(text[length]) || text[length] is '-' or '\'' or '’'))
        {
            length++;
        }

        return length;
    }
}
