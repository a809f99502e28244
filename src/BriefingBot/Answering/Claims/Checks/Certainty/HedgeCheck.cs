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

    // In a statement these say no more than any hedge does. In quotes most of them have another meaning as often.
    private static readonly FrozenSet<string> Softer = Set(
        """
        can maybe unclear uncertain unconfirmed rumour rumours rumor rumors suspicion suspicions speculation allegation allegations accusation accusations chance chances possibility risk risks likelihood danger
        thinks think assumed assumes assume seemingly evidently aim aims aimed vow vows vowed pledge pledges pledged promise promises promised seek seeks sought
        """);

    private static readonly FrozenSet<string> Conditions = Set("if unless whether provided otherwise");

    private static readonly FrozenSet<string> Planned = Set("expected expects expect planned plans plan planning proposed proposes proposal would should intends intended hopes hoped considering if unless");

    // What others say: who says so tells as much.
    private static readonly FrozenSet<string> Hearsay = Set(
        """
        allegedly alleged alleges allege alleging reportedly suspected suspects suspect believed believe believes thought understood claimed claims claim claiming rumoured rumored purportedly supposedly accused accuses
        presumed feared estimated apparently
        """);

    // What says in a statement that somebody else says it, without saying how sure.
    private static readonly FrozenSet<string> Attributions = Set("reports reported report said says say told according charged estimates estimate");

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        foreach (var (index, keys) in GovernedWords.In(quotes.Words, (words, at) => IsHedge(words[at]) && !IsReported(words, at), 1))
        {
            if (keys is [var key] && quotes.Words.Count(word => word.Stem == key) == 1 && IsToldPlainly(statement.Words, key, quotes.Words[index], NewHedgesIn(statement.Words, quotes.Words)))
            {
                return new("hedge", quotes.Words[index].Text);
            }
        }

        return null;
    }

    /// <summary>The hedges that a statement has more often than its quotes: another hedge for one of theirs, and not one of something else.</summary>
    private static ImmutableHashSet<string> NewHedgesIn(ImmutableArray<ClaimWord> statement, ImmutableArray<ClaimWord> quotes) =>
        [.. statement.Where(word => IsHedge(word) || Softer.Contains(word.Lower)).CountBy(word => word.Lower).Where(hedge => hedge.Value > quotes.Count(word => word.Lower == hedge.Key)).Select(hedge => hedge.Key)];

    private static bool IsToldPlainly(ImmutableArray<ClaimWord> words, string key, ClaimWord hedge, ImmutableHashSet<string> newHedges)
    {
        var places = words.Index().Where(word => word.Item.Stem == key).Select(word => word.Index).ToArray();
        return places.Length > 0 && Array.TrueForAll(places, at => !IsHedgedAt(words, at, hedge, newHedges));
    }

    private static bool IsHedgedAt(ImmutableArray<ClaimWord> words, int at, ClaimWord hedge, ImmutableHashSet<string> newHedges)
    {
        var sentence = words.Index().Where(word => word.Item.Sentence == words[at].Sentence).ToArray();
        if (Array.Exists(sentence, word => word.Item.Lower == hedge.Lower))
        {
            return true;
        }

        // "Lund fled, it is believed": behind a comma a new one may be far.
        var around = sentence.Where(word => word.Index >= at - Before && word.Index <= at + Behind && word.Index != at).ToArray();
        return Array.Exists(around, word => IsHedge(word.Item) && (word.Index < at || word.Item.Lower.EndsWith("ly", StringComparison.Ordinal)))
            || Array.Exists(sentence, word => newHedges.Contains(word.Item.Lower) && (word.Index < at ? word.Index >= at - Before : words[at..word.Index].Any(between => between.Text == ",")))
            || Array.Exists(around, word => (Hearsay.Contains(hedge.Lower) && Attributions.Contains(word.Item.Lower)) || (word.Index < at && Future.Contains(word.Item.Lower) && Planned.Contains(hedge.Lower)));
    }

    // What somebody said would come may be told as what will, or comes; that it has come is another check's to see. "Would be" and conditions stay as they are.
    private static bool IsReported(ImmutableArray<ClaimWord> words, int at)
    {
        var sentence = words.Where(word => word.Sentence == words[at].Sentence).ToArray();
        return words[at].Lower == "would" && at + 1 < words.Length && words[at + 1].Lower is not ("be" or "have")
            && !Array.Exists(sentence, word => Conditions.Contains(word.Lower))
            && (VerbTelling.IsHabit(words, at) || Array.Exists(sentence, word => VerbsOfSpeech.Has(word.Lower) || EnglishWords.IsReporting(word.Lower)));
    }

    // The month is no modal.
    private static bool IsHedge(ClaimWord word) => word.Text != "May" && Words.Contains(word.Lower.EndsWith("n't", StringComparison.Ordinal) ? word.Lower[..^3] : word.Lower);

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
