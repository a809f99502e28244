using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>What the quotes only hold for possible, alleged, planned or to come is not told as a fact, nor as done.</summary>
internal static class HedgeCheck
{
    // Adverbs and auxiliaries may stand between a hedge and what it hedges; an adverb may follow it as well.
    private const int Before = 9;
    private const int Behind = 4;

    private static readonly FrozenSet<string> Words = Set(
        """
        allegedly alleged alleges allege alleging reportedly may might could possibly possible perhaps probably probable likely unlikely presumably apparently suspected suspects suspect believed believe believes
        thought understood expected expects expect planned plans plan planning proposed proposes proposal claimed claims claim claiming appears appeared appear seems seemed seem potentially potential rumoured rumored
        purportedly supposedly if unless whether would should intends intended hopes hoped considering accused accuses presumed feared estimated
        """);

    // Of what is planned or conditional these say as much; of what is only possible or alleged they say more.
    private static readonly FrozenSet<string> Future = Set("will 'll shall going scheduled slated set due upcoming wants wanted proposing threatened");

    // The others of them mean something else as often: "due to the rain", "a set of rules".
    private static readonly FrozenSet<string> Coming = Set("will 'll shall scheduled slated upcoming");

    private static readonly FrozenSet<string> Planned = Set("expected expects expect planned plans plan planning proposed proposes proposal would should intends intended hopes hoped considering if unless");

    // What others say: who says so tells as much.
    private static readonly FrozenSet<string> Hearsay = Set(
        """
        allegedly alleged alleges allege alleging reportedly suspected suspects suspect believed believe believes thought understood claimed claims claim claiming rumoured rumored purportedly supposedly accused accuses
        presumed feared estimated apparently
        """);

    // What says in a statement that somebody else says it, without saying how sure.
    private static readonly FrozenSet<string> Attributions = Set("reports reported report said says say told according charged estimates estimate");

    private static readonly FrozenSet<string> Done = Set("has have had having was were did didn't been already");

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        foreach (var (index, keys) in GovernedWords.In(quotes.Words, (words, at) => IsHedge(words[at]) || Coming.Contains(words[at].Lower), 1))
        {
            if (keys is [var key] && quotes.Words.Count(word => word.Stem == key) == 1 && IsToldPlainly(statement.Words, key, quotes.Words[index]))
            {
                return new("hedge", quotes.Words[index].Text);
            }
        }

        return null;
    }

    private static bool IsToldPlainly(ImmutableArray<ClaimWord> words, string key, ClaimWord hedge)
    {
        var places = words.Index().Where(word => word.Item.Stem == key).Select(word => word.Index).ToArray();
        return places.Length > 0 && Array.TrueForAll(places, at => !IsHedgedAt(words, at, hedge));
    }

    private static bool IsHedgedAt(ImmutableArray<ClaimWord> words, int at, ClaimWord hedge)
    {
        var around = words.Index().Where(word => word.Item.Sentence == words[at].Sentence && word.Index >= at - Before && word.Index <= at + Behind && word.Index != at).ToArray();
        if (words.Any(word => word.Sentence == words[at].Sentence && word.Lower == hedge.Lower) || Array.Exists(around, word => IsHedge(word.Item) && (word.Index < at || word.Item.Lower.EndsWith("ly", StringComparison.Ordinal))))
        {
            return true;
        }

        // To come is told in the present as well ("opens on Monday"), never as done.
        if (Coming.Contains(hedge.Lower))
        {
            return Array.Exists(around, word => word.Index < at && Future.Contains(word.Item.Lower)) || !Array.Exists(around, word => word.Index < at && word.Index >= at - 4 && Done.Contains(word.Item.Lower));
        }

        return Array.Exists(around, word => (Hearsay.Contains(hedge.Lower) && Attributions.Contains(word.Item.Lower)) || (word.Index < at && Future.Contains(word.Item.Lower) && Planned.Contains(hedge.Lower)));
    }

    // The month is no modal.
    private static bool IsHedge(ClaimWord word) => word.Text != "May" && Words.Contains(word.Lower.EndsWith("n't", StringComparison.Ordinal) ? word.Lower[..^3] : word.Lower);

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
