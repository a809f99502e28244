using System.Text;

namespace BriefingBot.Embedding;

/// <summary>
/// Tokens of a text for a model whose tokenizer is not known: rather too many than too few. Common words of English are one to two tokens of
/// about four letters (BPE, WordPiece and SentencePiece alike); rare words come apart into pairs of letters, what is no word at all, such as one without a vowel, into single ones, and
/// other scripts into bytes at worst. A passage of 110 words, the most that one is given, is estimated at about 350.
/// </summary>
internal static class EstimatedTokens
{
    // A start and an end mark, and the blank that SentencePiece puts first.
    private const int Marks = 3;

    // The longest words that are in use; what is longer is an address, a key or noise.
    private const int LongestWord = 24;

    public static int Of(string text) => Of(text, int.MaxValue);

    /// <summary>Up to the limit: a longer text counts as one more.</summary>
    public static int Of(string text, int limit)
    {
        var tokens = Marks;
        for (var i = 0; i < text.Length && tokens <= limit;)
        {
            if (char.IsAsciiLetterLower(text[i]))
            {
                var end = i;
                while (end < text.Length && char.IsAsciiLetterLower(text[end]))
                {
                    end++;
                }

                tokens += end - i <= LongestWord && text.AsSpan(i, end - i).IndexOfAny("aeiouy") >= 0 ? (end - i + 1) / 2 : end - i;
                i = end;
            }
            else
            {
                Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var units);

                // One blank goes with the word behind it.
                tokens += text[i] == ' ' && i > 0 && text[i - 1] != ' ' ? 0 : rune.Utf8SequenceLength;
                i += units;
            }
        }

        return tokens <= limit ? tokens : limit + 1;
    }
}
