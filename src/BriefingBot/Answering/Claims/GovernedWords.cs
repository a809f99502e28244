using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>Which words of a text a kind of word acts on: the words of meaning that follow it in its sentence.</summary>
internal static class GovernedWords
{
    // Adverbs and auxiliaries may stand between: "was not immediately clear".
    private const int Farthest = 8;

    /// <summary>For each acting word its index and the keys of the next words of meaning.</summary>
    /// <param name="words">The text.</param>
    /// <param name="acts">Whether a word is of the kind.</param>
    /// <param name="most">How many words it acts on.</param>
    public static IEnumerable<(int Index, ImmutableArray<string> Keys)> In(ImmutableArray<ClaimWord> words, Func<ImmutableArray<ClaimWord>, int, bool> acts, int most)
    {
        for (var index = 0; index < words.Length; index++)
        {
            if (!words[index].IsMark && acts(words, index))
            {
                yield return (index, Behind(words, index, most));
            }
        }
    }

    private static ImmutableArray<string> Behind(ImmutableArray<ClaimWord> words, int index, int most)
    {
        var keys = ImmutableArray.CreateBuilder<string>(most);
        for (var next = index + 1; next < words.Length && next <= index + Farthest && keys.Count < most && words[next].Sentence == words[index].Sentence; next++)
        {
            if (words[next].Stem is { } stem)
            {
                keys.Add(stem);
            }
        }

        return keys.DrainToImmutable();
    }
}
