using System.Runtime.InteropServices;

namespace BriefingBot.Articles;

/// <summary>A text's runs of so many words, each as a hash. Case and what stands between words do not matter.</summary>
internal static class WordRuns
{
    // FNV-1a (IETF draft "The FNV Non-Cryptographic Hash Algorithm").
    private const ulong Basis = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;

    /// <summary>Each once. A text of fewer words is one run; of none, none.</summary>
    public static HashSet<ulong> Of(string text, int length)
    {
        var words = CollectionsMarshal.AsSpan(Words(text));
        var runs = new HashSet<ulong>();
        if (words.IsEmpty)
        {
            return runs;
        }

        length = Math.Min(length, words.Length);
        for (var from = 0; from + length <= words.Length; from++)
        {
            var run = Basis;
            foreach (var word in words.Slice(from, length))
            {
                run = (run ^ word) * Prime;
                run ^= run >> 32;
            }

            runs.Add(run);
        }

        return runs;
    }

    private static List<ulong> Words(string text)
    {
        var (words, word) = (new List<ulong>(), Basis);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                word = (word ^ char.ToLowerInvariant(c)) * Prime;
            }
            else if (word != Basis)
            {
                words.Add(word);
                word = Basis;
            }
        }

        if (word != Basis)
        {
            words.Add(word);
        }

        return words;
    }
}
