using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>What came first, or was the cause, in the quotes is not second, or the effect, in a statement.</summary>
internal static class ClauseOrderCheck
{
    private const string Cause = "cause";
    private const string Time = "time";

    // What stands on the other side must be plain, not one word that both clauses have.
    private const int Plainly = 2;

    // Whether what stands before the word comes first: "rain caused floods", "floods because of rain".
    private static readonly FrozenDictionary<string, (string Kind, bool IsFirstBefore)> Links = new (string Words, string Kind, bool IsFirstBefore)[]
    {
        ("caused causes causing triggered triggers triggering prompted prompts prompting led leads leading resulted results provoked sparked", Cause, true),
        ("because owing due thanks", Cause, false),
        ("before preceded precedes until", Time, true),
        ("after following since once", Time, false),
    }.SelectMany(link => link.Words.Split(' ').Select(word => (word, (link.Kind, link.IsFirstBefore)))).ToFrozenDictionary(link => link.word, link => link.Item2);

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        var told = OrdersIn(quotes.Words).ToArray();
        foreach (var said in OrdersIn(statement.Words))
        {
            var alike = told.Where(order => order.Kind == said.Kind).ToArray();
            if (alike.Length > 0 && Array.TrueForAll(alike, order => IsTurned(said, order)))
            {
                return new("order", said.Link);
            }
        }

        return null;
    }

    private static bool IsTurned(Order said, Order told)
    {
        var (same, turned) = (said.First.Intersect(told.First).Count + said.Second.Intersect(told.Second).Count, said.First.Intersect(told.Second).Count + said.Second.Intersect(told.First).Count);
        return turned >= Plainly && turned > same;
    }

    private static IEnumerable<Order> OrdersIn(ImmutableArray<ClaimWord> words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (!Links.TryGetValue(words[at].Lower, out var link))
            {
                continue;
            }

            // "Was caused by", "followed by".
            var isPassive = at + 1 < words.Length && words[at + 1].Lower == "by";
            var sentence = words.Index().Where(word => word.Item.Sentence == words[at].Sentence && word.Index != at).ToArray();
            var comma = sentence.FirstOrDefault(word => word.Index > at && word.Item.Text == ",").Index;
            var opens = comma > at && (words[at - (at == 0 ? 0 : 1)].IsMark || !sentence.Any(word => word.Index < at && word.Item.Stem is not null));

            // "After the rain, the dam broke", "The dam, after the rain, broke": what belongs to the word ends at the comma.
            var (before, behind) = opens
                ? (KeysOf(sentence.Where(word => word.Index > comma || word.Index < at)), KeysOf(sentence.Where(word => word.Index > at && word.Index < comma)))
                : (KeysOf(sentence.Where(word => word.Index < at)), KeysOf(sentence.Where(word => word.Index > at)));
            var isFirstBefore = link.IsFirstBefore != isPassive;
            yield return new(link.Kind, words[at].Lower, isFirstBefore ? before : behind, isFirstBefore ? behind : before);
        }
    }

    private static ImmutableHashSet<string> KeysOf(IEnumerable<(int Index, ClaimWord Item)> words) => [.. words.Select(word => word.Item.Stem).OfType<string>()];

    private sealed record Order(string Kind, string Link, ImmutableHashSet<string> First, ImmutableHashSet<string> Second);
}
