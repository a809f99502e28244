using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>
/// Small words that change everything they stand before: a statement has "all", "only" or "because" no more than its quotes have it, or another word for it. Other new words are left to the
/// closeness of the whole.
/// </summary>
internal static class WeightyWordCheck
{
    // A line words that say the same, and behind the stroke what carries them in a quote without changing as much.
    private static readonly ImmutableArray<(ImmutableHashSet<string> Said, ImmutableHashSet<string> Carried)> Groups =
    [
        .. """
            only solely merely exclusively / just alone sole single
            all every each entire entirely whole / everybody everyone everything both always any
            almost nearly virtually practically / close about around roughly approximately some
            first inaugural earliest / initial initially debut originally
            double doubled doubles / twice two-fold
            triple tripled / thrice three-fold
            zero / no none nobody nothing
            dozens / dozen
            hundreds / hundred
            deliberately intentionally purposely wilfully / deliberate intentional purpose
            because owing / due since as reason cause caused causes causing result resulted results led lead leads leading thanks following after for
            proves proved proven / prove proof
            """.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(" / ")).Select(sides => (Words(sides[0]), Words(sides[0]).Union(Words(sides[1])))),
    ];

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        var told = quotes.Words.Select(word => word.Lower).ToHashSet(StringComparer.Ordinal);
        foreach (var (words, carried) in Groups)
        {
            if (statement.Words.FirstOrDefault(word => words.Contains(word.Lower)) is { Text: not null } said && !carried.Overlaps(told))
            {
                return new("weight", said.Text);
            }
        }

        return null;
    }

    private static ImmutableHashSet<string> Words(string words) => [.. words.Split(' ')];
}
