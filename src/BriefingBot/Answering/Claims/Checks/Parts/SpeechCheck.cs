using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>
/// Whoever is said to say something, by a common noun ("prosecutors", "the county"), says something in the quotes as well. Names are told by <see cref="RoleCheck"/>.
/// </summary>
internal static class SpeechCheck
{
    // "The mayor of Dorn told", "said the county's mayor".
    private const int Beside = 4;

    // In the quotes more may stand between.
    private const int Near = 12;

    private static readonly ImmutableHashSet<string> Sayings = ["said", "says", "say", "told", "tells", "announced", "claimed", "claims", "insisted", "warned", "warns", "explained", "stated", "argued", "argues"];

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        var told = VerbsIn(quotes.Words).SelectMany(at => Around(quotes.Words, at, Near)).Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var at in VerbsIn(statement.Words).Where(at => statement.Words[at].Lower != "according"))
        {
            // Before the verb stands its subject; behind it whoever is told, or the subject of ", said the mayor".
            var subject = statement.Words[..at].Reverse().Take(Beside).TakeWhile(word => !word.IsMark && word.Sentence == statement.Words[at].Sentence).FirstOrDefault(word => word.Stem is not null);
            if (subject is { Text: not null, IsCapitalised: false } && !told.Contains(subject.Key) && !VerbsOfSpeech.Has(subject.Lower))
            {
                return new("speech", subject.Text);
            }

            if (subject is { Text: not null, IsCapitalised: true, OpensSentence: true } && !quotes.Keys.Contains(subject.Key))
            {
                return new("speech", subject.Text);
            }
        }

        return null;
    }

    private static IEnumerable<int> VerbsIn(ImmutableArray<ClaimWord> words) => words.Index().Where(word => Sayings.Contains(word.Item.Lower) || word.Item.Lower == "according").Select(word => word.Index);

    private static IEnumerable<ClaimWord> Around(ImmutableArray<ClaimWord> words, int at, int reach) =>
        words.Skip(Math.Max(0, at - reach)).Take((2 * reach) + 1).Where(word => word.Sentence == words[at].Sentence);
}
